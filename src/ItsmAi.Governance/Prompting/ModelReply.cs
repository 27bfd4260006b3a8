namespace ItsmAi.Governance.Prompting;

/// <summary>What came of asking a model.</summary>
public abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <param name="Json">What it said, not yet looked at.</param>
    public sealed record Said(string Json, ModelUsage Usage) : ModelReply;

    /// <summary>It will not answer this, however often it is asked: a filter, a call of a tool, an answer cut short.</summary>
    public sealed record Refused(string Says, ModelUsage? Usage) : ModelReply;

    /// <summary>It does not answer now.</summary>
    public sealed record Away(string Says) : ModelReply;
}
