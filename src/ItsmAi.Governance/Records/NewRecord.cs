namespace ItsmAi.Governance.Records;

/// <summary>A record that is not there yet.</summary>
public sealed record NewRecord(RecordKey Key, ReadOnlyMemory<byte> Content);
