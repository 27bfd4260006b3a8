namespace ItsmAi.Governance.Autonomy;

/// <summary>How far an action may go without a person, from the lowest to the highest.</summary>
public enum AutonomyLevel
{
    /// <summary>Not even looked at.</summary>
    Off,

    /// <summary>Recorded, shown to nobody on the ticket: for measuring.</summary>
    Shadow,

    /// <summary>Written as a note; a person does it.</summary>
    Suggest,

    /// <summary>Done once a person approves.</summary>
    ApproveFirst,

    /// <summary>Done, noted and undoable.</summary>
    Auto,
}
