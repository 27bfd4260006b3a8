namespace ItsmAi.Governance.Records;

/// <summary>What the store holds under a key: bytes of ours and the store's version of them.</summary>
/// <param name="Version">Opaque; changes with every write. Pass it back to replace or delete exactly this.</param>
public sealed record Record(RecordKey Key, ReadOnlyMemory<byte> Content, string Version);
