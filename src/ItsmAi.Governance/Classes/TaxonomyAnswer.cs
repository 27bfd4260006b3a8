namespace ItsmAi.Governance.Classes;

/// <summary>What came of a change that somebody asked for.</summary>
public abstract record TaxonomyAnswer
{
    private TaxonomyAnswer()
    {
    }

    /// <summary>The classes after it.</summary>
    public sealed record Changed(Taxonomy Now) : TaxonomyAnswer;

    /// <summary>Nothing changes: the field, the value, and what would be accepted.</summary>
    public sealed record Refused(string Says) : TaxonomyAnswer;
}
