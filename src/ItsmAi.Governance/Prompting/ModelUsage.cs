namespace ItsmAi.Governance.Prompting;

/// <summary>What an answer cost, as the model's host counted it.</summary>
/// <param name="Model">The model that answered, by the host's name for it.</param>
/// <param name="InputTokens">0 where the host does not say.</param>
public sealed record ModelUsage(string Model, int InputTokens, int OutputTokens)
{
    public int Tokens => InputTokens + OutputTokens;
}
