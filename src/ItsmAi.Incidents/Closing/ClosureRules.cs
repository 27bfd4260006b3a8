using ItsmAi.Desk.People;
using ItsmAi.Governance.Calendars;

namespace ItsmAi.Incidents.Closing;

/// <summary>How long silence has to last before it closes, and what else has to be true.</summary>
public sealed record ClosureRules
{
    /// <summary>Whole days are business days.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The manager of each group: who answers for what is closed in it. A group without one closes nothing by itself.</summary>
    public IReadOnlyDictionary<string, Person> Managers { get; init; } =
        new Dictionary<string, Person>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Classes about security, and all below them, such as <c>security</c> for <c>security/phishing</c>.</summary>
    public IReadOnlyList<string> SecurityClasses { get; init; } = [];

    /// <summary>Services that a regulator watches.</summary>
    public IReadOnlyList<string> RegulatedServices { get; init; } = [];

    /// <summary>Without further word Monday to Friday are business days.</summary>
    public BusinessCalendar Calendar { get; init; } = new()
    {
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
    };

    /// <summary>Data less complete than this keep a ticket open.</summary>
    public double LeastCompleteness { get; init; } = 0.6;

    /// <summary>The share of automatic closures that a person looks at again.</summary>
    public double SampleShare { get; init; } = 0.05;

    /// <summary>A ticket reopened within so long was closed wrongly.</summary>
    public TimeSpan WrongWithin { get; init; } = TimeSpan.FromDays(7);
}
