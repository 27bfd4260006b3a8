using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Pictures;

/// <summary>One line of a plot: what the legend calls it, and its samples; it is broken where one is missing.</summary>
public sealed record PlottedLine(string Name, IReadOnlyList<Sample> Samples);
