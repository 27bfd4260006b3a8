using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Routing;

/// <summary>Hand this incident to that team, with its category and priority.</summary>
public sealed record RoutingSuggestion : Suggestion
{
    /// <summary>The class of a ticket whose topic no label covers.</summary>
    public const string UnknownTopic = "unknown-topic";

    public override ActionKind Action => ActionKind.Route;
}
