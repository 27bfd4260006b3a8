using ItsmAi.Changes.Catalogue;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Where preventive changes are kept, and by which catalogue and freezes they are planned.</summary>
/// <param name="Queue">The queue of the desk in which changes are kept.</param>
public sealed record ChangeRules(ConnectionName Desk, Team Queue, ChangeCatalogue Catalogue, IReadOnlyList<Freeze> Freezes)
{
    public IReadOnlyList<ConfigurationItem> Items { get; init; } = [];

    public ChangeSettings Settings => Catalogue.Document.Settings;
}
