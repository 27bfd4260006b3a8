using ItsmAi.Incidents.Correlating;
using ItsmAi.Incidents.Opening;

namespace ItsmAi.Hosting.Configuration;

/// <summary>What becomes of alerts: how they are grouped, and whose incidents they are.</summary>
public sealed record AlertConfiguration(AlertingRules Rules, CorrelationRules Correlation);
