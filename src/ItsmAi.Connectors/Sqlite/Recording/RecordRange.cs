namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>A partition's rows from one on and before another, where there is another.</summary>
internal sealed record RecordRange(string Collection, string Partition, string From, string? End)
{
    /// <summary>What is left when this row was read.</summary>
    public RecordRange After(string row) => this with { From = row + '\0' };
}
