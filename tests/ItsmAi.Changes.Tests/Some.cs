using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Tests;

/// <summary>Plain things to begin a test with. Monday is 2026-03-02.</summary>
internal static class Some
{
    public static readonly Person Ai = new("itsmai");
    public static readonly Person Lead = new("lead");
    public static readonly Person Board = new("board");
    public static readonly Person Chief = new("chief");
    public static readonly Team Servers = new("Servers");
    public static readonly DateTimeOffset Monday = At(2, 0);
    public static readonly ConfigurationItem Item = new("srv-1", "server") { Services = ["mail"] };

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    public static ChangeModel Model(string id = "disk-extension") => new()
    {
        Id = id,
        Version = 1,
        Author = new Person("author"),
        Scope = new ChangeScope { Classes = ["server"], Conditions = ["disk-full"] },
        Steps = ["add space", "check"],
        BackOut = "take it back",
        Duration = TimeSpan.FromHours(2),
        Team = Servers,
        Roles = ["delegated-approver"],
        IsPreAuthorised = true,
        ExpiresAt = At(31, 0),
        Risk = ChangeRisk.Low,
    };

    public static ChangeDocument Document(params ChangeModel[] models) => new()
    {
        Roles = Roles,
        Teams = [new TeamCapacity(Servers, 4, TimeZoneInfo.Utc)],
        Models = models,
    };

    public static Dictionary<string, IReadOnlyList<Person>> Roles => new(StringComparer.OrdinalIgnoreCase)
    {
        [ApproverRoles.Delegated] = [Lead],
        [ApproverRoles.Authority] = [Board],
        [ApproverRoles.Emergency] = [Chief],
        ["service-owner"] = [new Person("owner")],
    };

    public static PredictedFailure Failure() => new()
    {
        Id = "p-1",
        Series = "disk_used_percent",
        Condition = "disk-full",
        Item = Item,
        PredictedAt = Monday,
        FailsAt = At(6, 12),
        Confidence = 0.9,
    };

    /// <summary>The request of S7: it fails on Friday at 12:00 and takes two hours.</summary>
    public static ScheduleRequest Request(string change = "c-1") => new()
    {
        Change = change,
        Item = Item,
        Team = Servers,
        Duration = TimeSpan.FromHours(2),
        FailsAt = At(6, 12),
        NotBefore = At(2, 9),
    };

    public static PlanFacts Facts(ScheduleRequest? request = null, ChangeModel? model = null) => new(
        request ?? Request(),
        model ?? Model(),
        ModelStanding.Good,
        (model ?? Model()).Steps,
        new RiskScore(20, ChangeRisk.Low, ["20: a test"]));

    public static ChangeCalendar Calendar(params BookedChange[] booked) => new()
    {
        Booked = booked,
        Teams = [new TeamCapacity(Servers, 4, TimeZoneInfo.Utc)],
        Items = [Item],
    };

    public static BookedChange Booked(string id, DateTimeOffset start, double riskCost = 10, string item = "other", bool ai = false) =>
        new(id, item, Servers, start, start.AddHours(1), ai, riskCost);

    /// <summary>Four changes of the team in the week of Monday: as many as it makes.</summary>
    public static BookedChange[] FullWeek() =>
        [Booked("a", At(2, 10), 30), Booked("b", At(3, 10), 20), Booked("x", At(4, 10), 5), Booked("d", At(5, 10), 40)];

    public static ChangeLaw Law() => new() { Duties = new SegregationOfDuties([Ai]), Roles = Roles, Calendar = Calendar() };

    public static ChangeRequest Change() => new()
    {
        Id = "c-1",
        Prediction = "p-1",
        Item = Item,
        Team = Servers,
        Requester = Ai,
        ModelId = "disk-extension",
        Model = "disk-extension v1",
        Steps = Model().Steps,
        PredictedAt = Monday,
        FailsAt = At(6, 12),
        ProposedAt = At(2, 1),
    };

    public static PreAuthorisation Leave() => new("disk-extension v1", true, [], ModelStanding.Good, At(31, 0));

    public static PathChoice Path(ChangePath path) => new(path, ApproverRoles.Of(path), ["a test"]);
}
