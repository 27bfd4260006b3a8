namespace ItsmAi.Governance.Prompting;

/// <summary>What models have cost, or may yet cost for the questions that are under way.</summary>
public sealed record ModelSpending(int Tokens, decimal Cost)
{
    public static ModelSpending Nothing { get; } = new(0, 0);

    internal ModelSpending With(int tokens, decimal cost) => new(Math.Max(0, Tokens + tokens), Math.Max(0, Cost + cost));
}
