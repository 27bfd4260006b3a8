namespace ItsmAi.Connectors.Yaml;

/// <summary>A YAML text does not say what it should: where (counted from 1), and what would be accepted.</summary>
public sealed class YamlFaultException(long line, long column, string says) : Exception(says)
{
    public int Line { get; } = (int)line;

    public int Column { get; } = (int)column;

    public override string ToString() => $"line {Line}, column {Column}: {Message}";
}
