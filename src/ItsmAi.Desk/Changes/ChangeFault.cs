namespace ItsmAi.Desk.Changes;

/// <summary>What stands wrong in a file of change models or freezes, and where; the rest of the file holds.</summary>
/// <param name="Line">Counted from 1; 0 where it comes from no file.</param>
/// <param name="Entry">The model or freeze that it is about, or the section.</param>
/// <param name="Says">The field, its value and what would be accepted.</param>
public sealed record ChangeFault(int Line, int Column, string Entry, string Says)
{
    public override string ToString() => $"line {Line}, column {Column}: {Entry}: {Says}";
}
