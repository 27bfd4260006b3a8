using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Prompting;

/// <summary>What may be made of a model's answer.</summary>
/// <param name="Prompt">The version of the prompt, for the receipt.</param>
public abstract record GovernedAnswer<T>(string Prompt)
{
    /// <param name="Answer">In the form that was asked for; its texts still bear our marks in the place of what was hidden.</param>
    /// <param name="Hidden">Reads the marks back.</param>
    public sealed record Said(string Prompt, T Answer, Placeholders Hidden, ModelUsage Usage) : GovernedAnswer<T>(Prompt);

    /// <summary>There is none, and what needs no model is done instead.</summary>
    /// <param name="Because">Fit for a receipt: none of the model's own words.</param>
    /// <param name="IsSuspicious">It looks as if a text had given the model orders: somebody should read that text.</param>
    public sealed record Degraded(string Prompt, string Because, bool IsSuspicious = false, ModelUsage? Usage = null)
        : GovernedAnswer<T>(Prompt);
}
