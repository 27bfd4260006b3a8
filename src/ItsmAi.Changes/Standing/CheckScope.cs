using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Standing;

/// <summary>Where a change differs from what its model was written for: item, window or steps.</summary>
public static class CheckScope
{
    /// <param name="steps">What would be done; the same as the model's, or it is another change.</param>
    /// <param name="zone">The team's, by whose clock windows are written.</param>
    public static PreAuthorisation Of(
        ChangeModel model,
        ModelStanding standing,
        ConfigurationItem item,
        IReadOnlyList<string> steps,
        (DateTimeOffset Start, DateTimeOffset End) time,
        TimeZoneInfo zone)
    {
        List<string> differs = [.. Item(model, item)];
        if (!new WindowHours(model.Scope.Windows, zone).Hold(time.Start, time.End))
            differs.Add($"window: {time.Start.ToUniversalTime():yyyy-MM-dd HH:mm} UTC is outside the windows of {model.Label}");
        if (!steps.SequenceEqual(model.Steps, StringComparer.Ordinal)) differs.Add($"steps: they are not those of {model.Label}");
        return new PreAuthorisation(model.Label, model.IsPreAuthorised, differs, standing, model.ExpiresAt);
    }

    /// <summary>Class and service alone: what is known before there is a time.</summary>
    public static IEnumerable<string> Item(ChangeModel model, ConfigurationItem item)
    {
        var (classes, services) = (model.Scope.Classes, model.Scope.Services);
        if (classes.Count > 0 && !classes.Contains(item.Class, StringComparer.OrdinalIgnoreCase))
            yield return $"class: {model.Label} is for {string.Join(", ", classes)}, not for \"{item.Class}\"";
        if (services.Count > 0 && !item.Services.Any(one => services.Contains(one, StringComparer.OrdinalIgnoreCase)))
            yield return $"service: {model.Label} is for {string.Join(", ", services)}, which {item.Id} does not bear";
    }
}
