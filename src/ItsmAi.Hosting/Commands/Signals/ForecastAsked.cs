using ItsmAi.Learning.Forecasting;

namespace ItsmAi.Hosting.Commands.Signals;

/// <summary>What a forecast was asked for.</summary>
internal sealed record ForecastAsked(string Path, BreachLimit Limit, TimeSpan Horizon, TimeSpan? Every, string? Plot, bool AsJson);
