namespace ItsmAi.Learning.Retrieval;

/// <summary>A document to be found by what it says, under an id.</summary>
public sealed record IndexedDocument(string Id, string Title, string Body);
