using ItsmAi.Changes.Catalogue;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Scheduling;

/// <summary>All that may stand against a start: freezes, other changes, and how much the teams can do.</summary>
public sealed record ChangeCalendar
{
    public IReadOnlyList<Freeze> Freezes { get; init; } = [];

    public IReadOnlyList<BookedChange> Booked { get; init; } = [];

    public IReadOnlyList<TeamCapacity> Teams { get; init; } = [];

    /// <summary>The known items, by which a freeze on a parent or a service reaches what is below it.</summary>
    public IReadOnlyList<ConfigurationItem> Items { get; init; } = [];

    public double AiShare { get; init; } = 0.25;

    /// <summary>What a team can do; a team of which nobody has said it can do nothing without a person's word.</summary>
    public TeamCapacity CapacityOf(Team team) =>
        Teams.FirstOrDefault(one => one.Team == team) ?? new TeamCapacity(team, 0, TimeZoneInfo.Utc);

    /// <summary>The freezes that hold for an item: its own, those of its services, and those of all above it.</summary>
    public IReadOnlyList<Freeze> FreezesOn(ConfigurationItem item)
    {
        var reach = Above(item);
        return [.. Freezes.Where(freeze => freeze.On.Count == 0 || freeze.On.Any(reach.Contains))];
    }

    /// <summary>The names of an item, of all above it, and of the services that these bear.</summary>
    private HashSet<string> Above(ConfigurationItem item)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Stack<string>([item.Id]);
        while (next.TryPop(out var id))
        {
            // Desks keep circles: two items may be each other's parents.
            if (!visited.Add(id)) continue;
            names.Add(id);
            foreach (var one in Items.Append(item).Where(known => known.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
            {
                names.UnionWith(one.Services);
                foreach (var parent in one.Parents) next.Push(parent);
            }
        }

        return names;
    }
}
