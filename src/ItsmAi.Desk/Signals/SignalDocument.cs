namespace ItsmAi.Desk.Signals;

/// <summary>The registry of series as an organisation wrote it.</summary>
public sealed record SignalDocument(IReadOnlyList<WatchedSeries> Series, IReadOnlyList<WatchedItem> Items);
