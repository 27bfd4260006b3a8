namespace ItsmAi.Hosting.Calls;

/// <summary>What was read of a body.</summary>
/// <param name="Whole">False when there is more of it than the reader was allowed to take.</param>
public readonly record struct Body(ReadOnlyMemory<byte> Bytes, bool Whole);
