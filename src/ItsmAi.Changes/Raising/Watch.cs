using ItsmAi.Changes.Catalogue;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Raising;

/// <summary>A series under watch, as a change sees it: what would fail, on what, and whose risk it is.</summary>
public sealed record Watch(string Series, string Condition, ConfigurationItem Item, Person Owner);
