using System.Globalization;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Reviews;

/// <summary>Which changes owe a post-implementation review, by when, and what an overdue one blocks.</summary>
public static class ReviewRules
{
    /// <summary>The review that is owed; null where none is.</summary>
    public static ChangeReview? Owed(ReviewFacts facts, ChangeSettings settings, BusinessCalendar hours)
    {
        var because = Reasons(facts, settings).ToList();
        return because.Count == 0 ? null : new ChangeReview(
            facts.Change, facts.Model, facts.Team, hours.Due(facts.ImplementedAt, settings.ReviewWithin), because)
        {
            IsOfEmergency = facts.IsEmergency,
        };
    }

    /// <summary>Why the team may make no further emergency change now; null where it may.</summary>
    public static Refusal? AgainstEmergency(Team team, IReadOnlyList<ChangeReview> reviews, DateTimeOffset now)
    {
        var overdue = reviews.Where(one => one.IsOfEmergency && one.Team == team && one.IsOverdue(now))
            .OrderBy(one => one.DueAt).ThenBy(one => one.Change, StringComparer.Ordinal).ToList();
        return overdue is [var first, ..]
            ? new Refusal(
                $"{team} owes the review of emergency change {first.Change} since {first.DueAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC")
            : null;
    }

    private static IEnumerable<string> Reasons(ReviewFacts facts, ChangeSettings settings)
    {
        if (facts.HasFailed) yield return "it failed";
        if (facts.CausedIncident) yield return "it caused an incident";
        if (facts.IsEmergency) yield return "it was an emergency";
        if (facts.IsUnauthorised) yield return "nobody had authorised it";
        if (facts.IsAiInitiated && facts.EarlierAiChanges < settings.ReviewFirstAi)
        {
            var number = (facts.EarlierAiChanges + 1).ToString(CultureInfo.InvariantCulture);
            yield return $"it is number {number} of the first {settings.ReviewFirstAi} of its model that AI began";
        }
    }
}
