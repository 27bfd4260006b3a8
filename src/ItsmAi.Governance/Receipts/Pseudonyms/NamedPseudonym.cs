namespace ItsmAi.Governance.Receipts.Pseudonyms;

/// <summary>The only place where a name and the pseudonym that receipts know it by stand together.</summary>
internal sealed record NamedPseudonym(string Name, string Pseudonym);
