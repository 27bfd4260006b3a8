namespace ItsmAi.Governance.Suggestions;

/// <summary>Which model and taxonomy a suggestion rests on, so that a receipt can be read years later.</summary>
/// <param name="Model">The first characters of the model file's SHA-256; <c>none</c> where no model was asked.</param>
/// <param name="Taxonomy">The same of the closed list of labels.</param>
public sealed record Versions(string Model, string Taxonomy)
{
    public static Versions None { get; } = new("none", "none");
}
