namespace ItsmAi.Governance.Duties;

/// <summary>Why somebody may not do what they asked for. The sentence names nobody unless it says who may.</summary>
public sealed record Refusal(string Says)
{
    public override string ToString() => Says;
}
