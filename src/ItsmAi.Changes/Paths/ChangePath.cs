namespace ItsmAi.Changes.Paths;

/// <summary>The way that a change takes to its authorisation.</summary>
public enum ChangePath
{
    /// <summary>Pre-authorised by its model.</summary>
    Standard,

    /// <summary>A normal change that a delegated approver may authorise alone.</summary>
    NormalFastTrack,

    /// <summary>Authorised by the change authority.</summary>
    Normal,

    /// <summary>Too late for the others: people may declare it an emergency, AI may not.</summary>
    EmergencyCandidate,
}
