namespace ItsmAi.Learning.Training;

/// <summary>
/// A text with its id and a label for each output that somebody filled in; outputs without a label are left out.
/// </summary>
public sealed record LabelledText(string Id, string Text, IReadOnlyDictionary<string, string> Labels);
