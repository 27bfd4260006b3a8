using System.Collections;
using System.Collections.Immutable;

namespace ItsmAi.Incidents.Correlating;

/// <summary>
/// The groups that may still change, in order, and found by what they share and by time instead of one after the other: an
/// alert costs the same however many are open. It never changes; what is put in or taken out gives another.
/// </summary>
internal sealed class OpenGroups : IReadOnlyList<AlertGroup>
{
    /// <summary>What all groups share whose alerts are of several services.</summary>
    public const string Several = "several";

    private static readonly Comparer<(long Ticks, string Group)> ByTime = Comparer<(long Ticks, string Group)>.Create((one, other) =>
        one.Ticks != other.Ticks ? one.Ticks.CompareTo(other.Ticks) : string.CompareOrdinal(one.Group, other.Group));

    private readonly CorrelationRules _rules;
    private readonly ImmutableDictionary<string, GroupShape> _shapes;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _sharing;
    private readonly ImmutableSortedSet<(long Ticks, string Group)> _opened;
    private readonly ImmutableSortedSet<(long Ticks, string Group)> _changes;
    private readonly long _next;
    private AlertGroup[]? _inOrder;

    private OpenGroups(
        CorrelationRules rules, ImmutableDictionary<string, GroupShape> shapes,
        ImmutableDictionary<string, ImmutableHashSet<string>> sharing, ImmutableSortedSet<(long Ticks, string Group)> opened,
        ImmutableSortedSet<(long Ticks, string Group)> changes, long next) =>
        (_rules, _shapes, _sharing, _opened, _changes, _next) = (rules, shapes, sharing, opened, changes, next);

    public int Count => _shapes.Count;

    public AlertGroup this[int index] => InOrder[index];

    private AlertGroup[] InOrder => _inOrder ??= [.. _shapes.Values.OrderBy(shape => shape.Place).Select(shape => shape.Group)];

    /// <summary>The groups as they are found by these rules; those that were read from a text, or found by others, anew.</summary>
    public static OpenGroups Of(IReadOnlyList<AlertGroup> groups, CorrelationRules rules)
    {
        if (groups is OpenGroups open && open._rules == rules) return open;
        var found = new OpenGroups(
            rules, ImmutableDictionary.Create<string, GroupShape>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, ImmutableHashSet<string>>(StringComparer.Ordinal),
            ImmutableSortedSet.Create<(long, string)>(ByTime), ImmutableSortedSet.Create<(long, string)>(ByTime), 0);
        return groups.Aggregate(found, (all, group) => all.WithLast(group));
    }

    public static string Fingerprint(string fingerprint) => $"f {fingerprint}";

    public static string Service(string name) => $"s {name}";

    public static string Tie(string tie) => $"t {tie}";

    public GroupShape? Find(string id) => _shapes.GetValueOrDefault(id);

    /// <summary>A group as these rules see it, whether it is among them or not.</summary>
    public GroupShape Shape(AlertGroup group) => _shapes.GetValueOrDefault(group.Id) is { } known && known.Group == group
        ? known
        : GroupShape.Of(group, _next, _rules);

    /// <summary>Those that have any of these, in order.</summary>
    public IEnumerable<GroupShape> Sharing(IEnumerable<string> keys)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (_sharing.TryGetValue(key, out var some)) ids.UnionWith(some);
        }

        return ids.Select(id => _shapes[id]).OrderBy(shape => shape.Place);
    }

    /// <summary>All of them that opened after the one time, and not after the other; both in ticks of UTC.</summary>
    public IEnumerable<GroupShape> Opened(long after, long until)
    {
        var found = _opened.IndexOf((after + 1, ""));
        for (var at = found < 0 ? ~found : found; at < _opened.Count && _opened[at].Ticks <= until; at++)
            yield return _shapes[_opened[at].Group];
    }

    /// <summary>Those that time alone may have changed, in order.</summary>
    public IReadOnlyList<GroupShape> Changing(DateTimeOffset now) =>
    [
        .. _changes.TakeWhile(change => change.Ticks < now.UtcTicks)
            .Select(change => _shapes[change.Group]).OrderBy(shape => shape.Place),
    ];

    /// <summary>In the place of what it was.</summary>
    public OpenGroups With(AlertGroup group) => With(GroupShape.Of(group, _shapes[group.Id].Place, _rules));

    /// <summary>As the last, wherever it was before.</summary>
    public OpenGroups WithLast(AlertGroup group) => With(GroupShape.Of(group, _next, _rules));

    public OpenGroups Without(string id) => !_shapes.TryGetValue(id, out var old) ? this : new OpenGroups(
        _rules, _shapes.Remove(id), Shared(id, Keys(old), []), _opened.Remove(OpenedOf(old)), _changes.Remove(ChangeOf(old)), _next);

    public IEnumerator<AlertGroup> GetEnumerator() => InOrder.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private OpenGroups With(GroupShape shape)
    {
        var id = shape.Group.Id;
        var (keys, opened, changes) = (Keys(shape), _opened, _changes);
        HashSet<string> before = [];
        if (_shapes.TryGetValue(id, out var old))
        {
            before = Keys(old);
            (opened, changes) = (opened.Remove(OpenedOf(old)), changes.Remove(ChangeOf(old)));
        }

        return new OpenGroups(
            _rules, _shapes.SetItem(id, shape), Shared(id, before, keys), opened.Add(OpenedOf(shape)), changes.Add(ChangeOf(shape)),
            Math.Max(_next, shape.Place + 1));
    }

    private ImmutableDictionary<string, ImmutableHashSet<string>> Shared(string id, HashSet<string> before, HashSet<string> keys)
    {
        var sharing = _sharing;
        foreach (var key in before)
        {
            if (keys.Contains(key)) continue;
            var left = sharing[key].Remove(id);
            sharing = left.IsEmpty ? sharing.Remove(key) : sharing.SetItem(key, left);
        }

        foreach (var key in keys)
        {
            if (before.Contains(key)) continue;
            sharing = sharing.SetItem(key, sharing.GetValueOrDefault(key, ImmutableHashSet.Create<string>(StringComparer.Ordinal)).Add(id));
        }

        return sharing;
    }

    private static HashSet<string> Keys(GroupShape shape)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in shape.Group.Lines)
        {
            keys.Add(Fingerprint(line.Fingerprint));
            foreach (var tie in line.Ties) keys.Add(Tie(tie));
        }

        keys.UnionWith(shape.Services.Keys.Select(Service));
        if (shape.Services.Count >= FindSigns.LearnsFrom) keys.Add(Several);
        return keys;
    }

    private static (long Ticks, string Group) OpenedOf(GroupShape shape) => (shape.Group.OpenedAt.UtcTicks, shape.Group.Id);

    private static (long Ticks, string Group) ChangeOf(GroupShape shape) => (shape.ChangesAfter, shape.Group.Id);
}
