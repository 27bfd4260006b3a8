namespace ItsmAi.Governance.Outcomes;

/// <summary>Why people set something else.</summary>
public enum OverrideCause
{
    /// <summary>The model mistakes one known class for another.</summary>
    Model,

    /// <summary>The right class came up after the training: the categories are outdated, not the model.</summary>
    Taxonomy,

    /// <summary>The tickets say too little to be told apart.</summary>
    Data,

    /// <summary>The category is right and the team is not: who works on what has changed.</summary>
    Policy,

    /// <summary>One person does it otherwise than everybody else.</summary>
    Preference,
}
