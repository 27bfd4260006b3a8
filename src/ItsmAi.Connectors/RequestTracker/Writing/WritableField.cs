namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>The fields of a ticket that a change may set.</summary>
internal enum WritableField
{
    Team,
    Category,
    Priority,
    Status,
    DuplicateOf,
}
