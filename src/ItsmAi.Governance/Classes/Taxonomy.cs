namespace ItsmAi.Governance.Classes;

/// <summary>
/// The closed list of classes. A label always leads to the class that bears or bore it, so that neither a new model nor
/// a new name takes a class out of what people set for it: a label is never given to an unrelated class.
/// </summary>
public sealed record Taxonomy
{
    public static Taxonomy Empty { get; } = new();

    public IReadOnlyList<TicketClass> Classes { get; init; } = [];

    /// <summary>Null before the first model came into use.</summary>
    public ModelInForce? Model { get; init; }

    /// <summary>The class that the label leads to; null where no class ever bore it.</summary>
    public TicketClass? Find(string label)
    {
        var found = Classes.FirstOrDefault(one => !one.IsRetired && one.Label == label)
            ?? Classes.FirstOrDefault(one => !one.IsRetired && one.Names.Contains(label, StringComparer.Ordinal))
            ?? Classes.LastOrDefault(one => one.Names.Contains(label, StringComparer.Ordinal));
        while (found?.MergedInto is { } next) found = ById(next);
        return found;
    }

    public TicketClass? ById(string id) => Classes.FirstOrDefault(one => one.Id == id);

    /// <summary>
    /// Every name that rules may know the class by: its own and those of all it came from, its label first.
    /// </summary>
    public IReadOnlyList<string> NamesOf(TicketClass one)
    {
        var names = new List<string> { one.Label };
        foreach (var relative in WithAncestors(one))
        {
            names.AddRange(relative.Names.Where(name => !names.Contains(name, StringComparer.Ordinal)));
        }

        return names;
    }

    /// <summary>True where the model in force cannot know the class: it came up after the training.</summary>
    public bool IsNewToTheModel(TicketClass one) =>
        Model is { } model && !one.Names.Any(name => model.Labels.Contains(name, StringComparer.Ordinal));

    private List<TicketClass> WithAncestors(TicketClass one)
    {
        var all = new List<TicketClass> { one };
        for (var at = 0; at < all.Count; at++)
        {
            all.AddRange(all[at].Parents.Select(ById).OfType<TicketClass>().Where(parent => !all.Contains(parent)));
        }

        return all;
    }
}
