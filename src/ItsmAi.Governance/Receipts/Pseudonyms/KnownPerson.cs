namespace ItsmAi.Governance.Receipts.Pseudonyms;

/// <summary>The only place where a name and the pseudonym that receipts know it by stand together.</summary>
internal sealed record KnownPerson(string Name, string Pseudonym);
