using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Files.Series;

/// <summary>One row of a series: the two fields as they are written, and the sample that they mean.</summary>
public sealed record SeriesRow(string Timestamp, string Value, Sample Sample);
