namespace ItsmAi.Hosting.Access;

/// <summary>Something that not everybody may do.</summary>
public enum Right
{
    /// <summary>See decisions, receipts, health in detail and dead letters.</summary>
    See,

    /// <summary>Approve, reject and undo decisions.</summary>
    AnswerDecisions,

    /// <summary>Stop automation: whoever is more than a viewer may, for stopping does no harm.</summary>
    Stop,

    /// <summary>Let automation go on after a stop.</summary>
    Resume,

    /// <summary>Queue dead letters again, or discard them.</summary>
    SettleDeadLetters,

    /// <summary>Put another policy into force.</summary>
    ActivatePolicy,

    /// <summary>Say of what one owes oneself that one has it, and how it ended.</summary>
    EndOwnObligations,

    /// <summary>Say how what others owe ended.</summary>
    EndObligations,

    /// <summary>See what others owe.</summary>
    SeeAllObligations,
}
