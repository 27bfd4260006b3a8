namespace ItsmAi.Learning.Retrieval;

/// <summary>A text to be found again by what it says, under an id and with a label ("" for none).</summary>
public sealed record IndexedText(string Id, string Label, string Text);
