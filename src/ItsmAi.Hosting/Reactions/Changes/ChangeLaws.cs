using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>The law that one change goes by at a moment: the others' times, the freezes, who holds which role.</summary>
public sealed class ChangeLaws(ChangeRules rules, SegregationOfDuties duties, Func<PolicyDocument> policy)
{
    /// <summary>How long before a predicted failure its change has to be over.</summary>
    public TimeSpan Margin => rules.Settings.Margin;

    public ChangeLaw For(string change, IReadOnlyList<ChangeCase> cases) => new()
    {
        Duties = duties,
        Roles = rules.Catalogue.Document.Roles,
        Settings = rules.Settings,
        Hours = policy().Calendar,
        Reviews = [.. cases.Select(one => one.Change.Review).OfType<ItsmAi.Changes.Reviews.ChangeReview>()],
        Calendar = new ChangeCalendar
        {
            Freezes = rules.Freezes,
            Teams = rules.Catalogue.Document.Teams,
            Items = rules.Items,
            AiShare = rules.Settings.AiShare,
            Booked = [.. cases.Where(one => one.Change.Id != change).Select(Booked).OfType<BookedChange>()],
        },
    };

    /// <summary>What became of the changes that were carried out.</summary>
    public static IReadOnlyList<ChangeResult> Results(IReadOnlyList<ChangeCase> cases) =>
    [
        .. cases.Where(one => one.Change is { ImplementedAt: not null, ModelId: not null }).Select(
            one => new ChangeResult(one.Change.Id, one.Change.ModelId!, one.Change.ImplementedAt!.Value)
            {
                HasFailed = one.Change.HasFailed,
                CausedIncident = one.Change.CausedIncident,
                IsAiInitiated = one.Change.IsAiInitiated,
            }),
    ];

    /// <summary>How many changes of the model AI had begun before.</summary>
    public static int EarlierAiChanges(ChangeRequest change, IReadOnlyList<ChangeCase> cases) => cases.Count(
        other => other.Change.ModelId == change.ModelId && other.Change is { ImplementedAt: not null, IsAiInitiated: true });

    /// <summary>What the model's pre-authorisation rests on now; null where the model is gone.</summary>
    public PreAuthorisation? Leave(
        ChangeRequest change, IReadOnlyList<ChangeCase> cases, IReadOnlyList<Reinstatement> reinstatements, DateTimeOffset now)
    {
        if (change is not { ModelId: { } id, Start: { } start, End: { } end } || rules.Catalogue.Find(id) is not { } model) return null;
        var standing = StandingOf(model, cases, reinstatements, now);
        var zone = new ChangeCalendar { Teams = rules.Catalogue.Document.Teams }.CapacityOf(change.Team).Zone;
        return CheckScope.Of(model, standing, change.Item, change.Steps, (start, end), zone);
    }

    /// <summary>Null where the catalogue has no model of that id.</summary>
    public ChangeModel? Model(string id) => rules.Catalogue.Find(id);

    public ModelStanding StandingOf(
        ChangeModel model, IReadOnlyList<ChangeCase> cases, IReadOnlyList<Reinstatement> reinstatements, DateTimeOffset now) =>
        JudgeStanding.Of(model, Results(cases), reinstatements, rules.Settings, now);

    private static BookedChange? Booked(ChangeCase one) =>
        one.Change is { Start: { } start, End: { } end, IsOver: false, State: not ChangeState.EmergencyCandidate } change
            ? new BookedChange(change.Id, change.Item.Id, change.Team, start, end, change.IsAiInitiated, change.Risk?.Points ?? 100)
            : null;
}
