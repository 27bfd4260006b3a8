namespace ItsmAi.Governance.Prompting;

/// <summary>One question to a model: what it is to do, what it is to do it with, and the form of its answer.</summary>
/// <param name="Instructions">Ours alone; no word of a ticket or an article.</param>
/// <param name="Input">The redacted texts, each between its boundaries.</param>
/// <param name="SchemaName">A name of letters, digits and underscores for the form of the answer.</param>
/// <param name="Schema">The JSON schema that the answer has to keep to.</param>
/// <param name="MostTokens">The longest answer.</param>
public sealed record ModelCall(string Instructions, string Input, string SchemaName, string Schema, int MostTokens);
