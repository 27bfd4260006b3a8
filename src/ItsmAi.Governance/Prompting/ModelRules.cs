namespace ItsmAi.Governance.Prompting;

/// <summary>How far a model may be used.</summary>
public sealed record ModelRules
{
    /// <summary>From the question to the answer, all tries included.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(40);

    public int TokensPerTicket { get; init; } = 20_000;

    public int TokensPerDay { get; init; } = 1_000_000;

    /// <summary>The money that a day may cost, in the currency of the prices; null: no bound of its own.</summary>
    public decimal? CostPerDay { get; init; }

    /// <summary>The price of a million input tokens.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>The price of a million output tokens.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>So many failures in a row, and it is left alone.</summary>
    public int FailuresToOpen { get; init; } = 5;

    /// <summary>For so long; then one question is let through.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest answer that is read, in letters.</summary>
    public int LongestAnswer { get; init; } = 20_000;

    public decimal CostOf(int input, int output) => ((input * InputPrice) + (output * OutputPrice)) / 1_000_000;

    /// <summary>Null where it holds together, else the field, its value and what would be accepted.</summary>
    public string? Check()
    {
        if (Deadline <= TimeSpan.Zero || Deadline > TimeSpan.FromMinutes(5)) return $"deadline: \"{Deadline}\" is not between 1s and 5m";
        if (TokensPerTicket < 0) return $"tokensPerTicket: {TokensPerTicket} is less than 0";
        if (TokensPerDay < 0) return $"tokensPerDay: {TokensPerDay} is less than 0";
        if (CostPerDay < 0) return $"costPerDay: {CostPerDay} is less than 0";
        if (InputPrice < 0) return $"inputPrice: {InputPrice} is less than 0";
        if (OutputPrice < 0) return $"outputPrice: {OutputPrice} is less than 0";
        return FailuresToOpen < 1 ? $"failuresToOpen: {FailuresToOpen} is less than 1" : null;
    }
}
