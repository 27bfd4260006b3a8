using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Classes;

/// <summary>
/// The changes that people make to the classes. Whatever is made out of a class inherits the strictest that was set for
/// any of its parents, and a class that nobody measured starts in Shadow.
/// </summary>
public static class ChangeTaxonomy
{
    /// <summary>No label is longer: it stands in keys and notes.</summary>
    public const int LongestLabel = 80;

    /// <param name="by">The owner of the category; null: the policy's owner.</param>
    public static TaxonomyAnswer Add(Taxonomy before, string label, string? by, DateTimeOffset at)
    {
        if (Fault(before, label, []) is { } fault) return fault;
        return new TaxonomyAnswer.Changed(With(before, Born(before, label, by, at)));
    }

    public static TaxonomyAnswer Rename(Taxonomy before, string label, string newLabel)
    {
        if (Known(before, label) is not { } one) return Unknown(label);
        if (Fault(before, newLabel, [one]) is { } fault) return fault;
        var renamed = one with { Label = newLabel, Names = [.. one.Names.Where(name => name != newLabel), newLabel] };
        return new TaxonomyAnswer.Changed(Swap(before, renamed));
    }

    /// <summary>The class is retired, and each part is a class of its own that starts in Shadow.</summary>
    public static TaxonomyAnswer Split(Taxonomy before, string label, IReadOnlyList<string> parts, DateTimeOffset at)
    {
        if (Known(before, label) is not { } one) return Unknown(label);
        if (parts.Distinct(StringComparer.Ordinal).Count() < 2)
            return Refused($"into: \"{string.Join(", ", parts)}\" is not two or more different labels");
        var now = Swap(before, one with { IsRetired = true });
        foreach (var part in parts)
        {
            if (Fault(now, part, [one]) is { } fault) return fault;
            now = With(now, Heir(now, part, [one], at));
        }

        return new TaxonomyAnswer.Changed(now);
    }

    /// <summary>The classes are retired; their labels lead to the one made of them, which starts in Shadow.</summary>
    public static TaxonomyAnswer Merge(Taxonomy before, IReadOnlyList<string> labels, string into, DateTimeOffset at)
    {
        var sources = new List<TicketClass>();
        foreach (var label in labels)
        {
            if (Known(before, label) is not { } one) return Unknown(label);
            if (!sources.Contains(one)) sources.Add(one);
        }

        if (sources.Count < 2) return Refused($"classes: \"{string.Join(", ", labels)}\" are not two or more different classes");
        if (Fault(before, into, sources) is { } fault) return fault;
        var heir = Heir(before, into, sources, at);
        var now = sources.Aggregate(before, (so, one) => Swap(so, one with { IsRetired = true, MergedInto = heir.Id }));
        return new TaxonomyAnswer.Changed(With(now, heir));
    }

    public static TaxonomyAnswer Block(Taxonomy before, string label, string reason, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refused("reason: is empty; say why, for it stands on the receipt");
        return Set(before, label, one => one with { Block = new ClassBlock(reason, at) });
    }

    public static TaxonomyAnswer Unblock(Taxonomy before, string label) => Set(before, label, one => one with { Block = null });

    /// <param name="threshold">0 to 1; null: the model's own suffices.</param>
    public static TaxonomyAnswer SetThreshold(Taxonomy before, string label, double? threshold) =>
        threshold is null or (>= 0 and <= 1)
            ? Set(before, label, one => one with { Threshold = threshold })
            : Refused($"threshold: \"{threshold}\" is not a number from 0 to 1");

    /// <summary>
    /// Another model is in use. Its new labels become classes; no class goes, and nothing that was set is forgotten.
    /// </summary>
    public static Taxonomy Activate(Taxonomy before, ModelInForce model)
    {
        var now = before;
        foreach (var label in model.Labels)
        {
            if (now.Find(label) is null) now = With(now, Born(now, label, by: null, model.Since));
        }

        return now with { Model = model };
    }

    private static TaxonomyAnswer Set(Taxonomy before, string label, Func<TicketClass, TicketClass> change) =>
        before.Find(label) is { } one ? new TaxonomyAnswer.Changed(Swap(before, change(one))) : Unknown(label);

    private static TicketClass? Known(Taxonomy taxonomy, string label) => taxonomy.Find(label) is { IsRetired: false } one ? one : null;

    private static TicketClass Born(Taxonomy now, string label, string? by, DateTimeOffset at) =>
        new() { Id = FreeId(now, label), Label = label, Names = [label], Owner = by, BornAt = at };

    private static TicketClass Heir(Taxonomy now, string label, List<TicketClass> parents, DateTimeOffset at) => new()
    {
        Id = FreeId(now, label),
        Label = label,
        Names = [label],
        Parents = [.. parents.Select(parent => parent.Id)],
        Owner = parents[0].Owner,
        BornAt = at,
        Block = parents.Select(parent => parent.Block).FirstOrDefault(block => block is not null),
        Threshold = parents.Max(parent => parent.Threshold),
        StartsAt = AutonomyLevel.Shadow,
    };

    private static string FreeId(Taxonomy now, string label)
    {
        var plain = string.Concat(label[..Math.Min(LongestLabel, label.Length)].Select(sign => char.IsControl(sign) ? '?' : sign));
        var id = plain;
        for (var number = 2; now.ById(id) is not null; number++) id = $"{plain}~{number}";
        return id;
    }

    /// <summary>A label may only be given to those who bear or bore it, or to nobody's heir.</summary>
    private static TaxonomyAnswer.Refused? Fault(Taxonomy taxonomy, string label, IReadOnlyList<TicketClass> heirs)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > LongestLabel || label.Any(char.IsControl))
            return Refused($"label: \"{label}\" cannot be used; use 1 to {LongestLabel} characters that can be seen");
        var other = taxonomy.Classes.FirstOrDefault(
            one => one.Names.Contains(label, StringComparer.Ordinal) && !heirs.Any(heir => heir.Id == one.Id));
        return other is null ? null : Refused($"label: \"{label}\" leads to class {other.Id}; use one that no class bore");
    }

    private static TaxonomyAnswer.Refused Unknown(string label) => Refused($"class: \"{label}\" is none; see itsmai classes list");

    private static TaxonomyAnswer.Refused Refused(string says) => new(says);

    private static Taxonomy With(Taxonomy taxonomy, TicketClass one) => taxonomy with { Classes = [.. taxonomy.Classes, one] };

    private static Taxonomy Swap(Taxonomy taxonomy, TicketClass changed) =>
        taxonomy with { Classes = [.. taxonomy.Classes.Select(one => one.Id == changed.Id ? changed : one)] };
}
