using System.Globalization;
using System.Text;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Requests;

namespace ItsmAi.Changes.Raising;

/// <summary>What a change's record says to people: the same words for the same state, whenever it is asked.</summary>
public static class WriteChangeText
{
    public static string Title(ChangeCase one) => $"{one.Change.Model}: {one.Change.Item.Id} before {Time(one.Change.FailsAt)}";

    public static string Of(ChangeCase one)
    {
        var change = one.Change;
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"Change {change.Id}: {Standing(change)}");
        if (change.Path is { ApproverRoles: [] } free) Line($"Path: {Name(free.Path)}");
        else if (change.Path is { } path) Line($"Path: {Name(path.Path)}, approved by {string.Join(" or ", path.ApproverRoles)}");
        if (change is { Start: { } start, End: { } end }) Line($"Time: {Time(start)} to {Time(end)}");
        if (change.LatestSafeStart is { } latest) Line($"Latest safe start: {Time(latest)}");
        if (change.State == ChangeState.AwaitingDecision && change.DecisionDue is { } due) Line($"Decision due: {Time(due)}");
        if (one.Options.Count > 0 && change.State == ChangeState.AwaitingDecision)
        {
            Line("There is no place for it. Choose:");
            foreach (var option in one.Options) Line($"- {option}");
        }

        Line("");
        Line($"Steps ({one.Minutes.ToString(CultureInfo.InvariantCulture)} min, {change.Team}):");
        for (var at = 0; at < change.Steps.Count; at++) Line($"{at + 1}. {change.Steps[at]}");
        if (one.BackOut is { } back) Line($"Back-out: {back}");
        Line("");
        Line("Because:");
        foreach (var reason in one.Because) Line($"- {reason}");
        return text.ToString();
    }

    /// <summary>Where it stands, in a few words.</summary>
    public static string Standing(ChangeRequest change) => change.State switch
    {
        ChangeState.Proposed => "proposed",
        ChangeState.AwaitingDecision when change.EscalatedAt is not null => "a decision is overdue and went up to the change authority",
        ChangeState.AwaitingDecision => "a person has to decide",
        ChangeState.Scheduled when change.ApprovedBy is not null => "approved and scheduled",
        ChangeState.Scheduled => "pre-authorised and scheduled",
        ChangeState.Implementing => "being carried out",
        ChangeState.Implemented => "carried out",
        ChangeState.Reviewed => "carried out and reviewed",
        ChangeState.Closed => "closed",
        ChangeState.Rejected => "rejected",
        ChangeState.EmergencyCandidate => "no safe start is left; people decide whether it is an emergency",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.State, "no such state"),
    };

    public static string Time(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Name(ChangePath path) => path switch
    {
        ChangePath.Standard => "standard change",
        ChangePath.NormalFastTrack => "normal change, fast-track",
        ChangePath.Normal => "normal change",
        ChangePath.EmergencyCandidate => "emergency candidate",
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "no such path"),
    };
}
