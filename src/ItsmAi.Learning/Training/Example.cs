namespace ItsmAi.Learning.Training;

/// <summary>A text and the label that somebody gave it.</summary>
public sealed record Example(string Text, string Label)
{
    /// <summary>The label of rows that belong to no class: learned from as such, never predicted.</summary>
    public const string OutOfScope = "oos";
}
