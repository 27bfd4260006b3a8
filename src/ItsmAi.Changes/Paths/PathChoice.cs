namespace ItsmAi.Changes.Paths;

/// <summary>The path of a change, who may approve it, and why it is that one.</summary>
/// <param name="ApproverRoles">Any of these; empty where none is needed.</param>
public sealed record PathChoice(ChangePath Path, IReadOnlyList<string> ApproverRoles, IReadOnlyList<string> Because);
