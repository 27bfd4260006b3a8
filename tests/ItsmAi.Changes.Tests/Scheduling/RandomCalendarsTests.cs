using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Tests.Scheduling;

/// <summary>Random calendars, among them weeks in which the clocks change, against a search minute by minute.</summary>
public sealed class RandomCalendarsTests
{
    private static readonly TimeZoneInfo[] Zones =
        [TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")];

    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 3, 26, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 22, 0, 0, 0, TimeSpan.Zero), new(2026, 6, 12, 0, 0, 0, TimeSpan.Zero),
        new(2026, 12, 30, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 3, 0, 0, 0, TimeSpan.Zero),
    ];

    [Fact]
    public void The_latest_safe_start_is_exact_to_the_minute()
    {
        var random = new Random(7);
        var (free, safeOnly, none) = (0, 0, 0);
        for (var run = 0; run < 10_000; run++)
        {
            var (request, calendar) = Draw(random);

            var found = FindSafeStart.Find(request, calendar);

            var minutes = new MinuteByMinute(request, calendar);
            Assert.Equal(minutes.LatestSafe, found.LatestSafe);
            Assert.Equal(minutes.LatestFree, found.LatestFree);
            DateTimeOffset? before = null;
            foreach (var rejected in found.Rejected)
            {
                Assert.True(before is null || rejected.At < before);
                Assert.True(minutes.IsTrue(rejected), $"run {run}: {rejected}");
                before = rejected.At;
            }

            if (found.LatestFree is not null) free++;
            else if (found.LatestSafe is not null) safeOnly++;
            else none++;
        }

        Assert.True(free > 1_000 && safeOnly > 500 && none > 500, $"{free}, {safeOnly}, {none}");
    }

    [Fact]
    public void No_capacity_freeze_or_share_is_violated_and_no_change_is_dropped()
    {
        var random = new Random(8);
        var (scheduled, asked, late) = (0, 0, 0);
        for (var run = 0; run < 10_000; run++)
        {
            var (first, calendar) = Draw(random);
            PlanFacts[] all = [.. Enumerable.Range(0, random.Next(1, 6)).Select(number => Facts(random, first, number))];

            var plans = PlanChange.DecideAll(all, calendar, new ChangeSettings(), first.NotBefore);

            Assert.Equal(all.Select(facts => facts.Request.Change).Order(), plans.Select(one => one.Change).Order());
            foreach (var (id, plan) in plans)
            {
                var request = all.Single(facts => facts.Request.Change == id).Request;
                switch (plan)
                {
                    case ChangePlan.Scheduled one:
                        Assert.Empty(Against(request, calendar, one));
                        calendar = calendar with
                        {
                            Booked = [.. calendar.Booked, new(id, request.Item.Id, request.Team, one.Start, one.End, request.IsAiProposed, 1)],
                        };
                        scheduled++;
                        break;
                    case ChangePlan.NeedsDecision one:
                        Assert.Contains(new DecisionOption.AcceptRisk(), one.Options);
                        Assert.True(one.DecisionDue >= request.NotBefore && one.DecisionDue < one.LatestSafeStart);
                        Assert.NotEmpty(one.Path.ApproverRoles);
                        Assert.NotEmpty(one.Rejected);
                        asked++;
                        break;
                    case ChangePlan.EmergencyCandidate one:
                        Assert.Equal([ApproverRoles.Emergency], one.Path.ApproverRoles);
                        late++;
                        break;
                }

                Assert.NotEmpty(plan.Because);
            }
        }

        Assert.True(scheduled > 1_000 && asked > 1_000 && late > 100, $"{scheduled}, {asked}, {late}");
    }

    private static IEnumerable<string> Against(ScheduleRequest request, ChangeCalendar calendar, ChangePlan.Scheduled plan)
    {
        if (plan.Start < request.NotBefore) yield return "before it may";
        if (plan.End > request.FailsAt - request.Margin) yield return "after its deadline";
        if (plan.End - plan.Start < request.Duration) yield return "too short";
        if (plan.Start > plan.LatestSafeStart) yield return "after the latest safe start";
        if (plan.Path.Path != ChangePath.Standard && !(plan.DecisionDue < plan.LatestSafeStart)) yield return "decided too late";
        if (calendar.FreezesOn(request.Item).Any(freeze => freeze.Overlaps(plan.Start, plan.End))) yield return "frozen";
        if (calendar.Booked.Any(one => one.Item == request.Item.Id && one.Overlaps(plan.Start, plan.End))) yield return "collision";
        var team = calendar.CapacityOf(request.Team);
        var week = calendar.Booked.Where(one => one.Team == request.Team && MinuteByMinute.Monday(one.Start, team.Zone) == MinuteByMinute.Monday(plan.Start, team.Zone)).ToList();
        if (week.Count >= team.PerWeek) yield return "capacity";
        if (request.IsAiProposed && week.Count(one => one.IsAiProposed) >= team.AiPerWeek(calendar.AiShare)) yield return "share of AI";
    }

    private static PlanFacts Facts(Random random, ScheduleRequest first, int number)
    {
        var model = random.Next(4) == 0 ? null : Some.Model() with { IsPreAuthorised = random.Next(3) > 0, ExpiresAt = null };
        var request = first with
        {
            Change = $"c-{number}",
            Windows = [],
            FailsAt = first.FailsAt.AddMinutes(random.Next(-5_000, 2_000)),
            Item = random.Next(2) == 0 ? first.Item : first.Item with { Id = $"i-{number}" },
        };
        return new PlanFacts(
            request,
            model is not null && random.Next(2) == 0 ? model with { Scope = model.Scope with { Windows = first.Windows } } : model,
            random.Next(5) == 0 ? new ModelStanding(true, ["c"], ["change c failed"]) : ModelStanding.Good,
            model?.Steps ?? [],
            new RiskScore(10, (ChangeRisk)random.Next(3), []));
    }

    private static (ScheduleRequest Request, ChangeCalendar Calendar) Draw(Random random)
    {
        var begin = Starts[random.Next(Starts.Length)];
        var item = new ConfigurationItem("i", "server") { Parents = ["p"], Services = ["s"] };
        var calendar = new ChangeCalendar
        {
            Items = [new("p", "host") { Parents = ["i"], Services = ["t"] }],
            Freezes = [.. Enumerable.Range(0, random.Next(5)).Select(number => Freeze(random, begin, number))],
            Booked = [.. Enumerable.Range(0, random.Next(9)).Select(number => Booked(random, begin, number))],
            Teams = [new TeamCapacity(Some.Servers, random.Next(6), Zones[random.Next(Zones.Length)])],
            AiShare = random.Next(3) * 0.25,
        };
        var request = new ScheduleRequest
        {
            Change = "c",
            Item = item,
            Team = Some.Servers,
            Duration = TimeSpan.FromSeconds(random.Next(1, 6 * 3600)),
            FailsAt = begin.AddSeconds(random.Next(86_400, random.Next(2, 10) * 86_400)),
            Margin = TimeSpan.FromHours(random.Next(0, 30)),
            NotBefore = begin.AddSeconds(random.Next(0, 2 * 86_400)),
            IsAiProposed = random.Next(2) == 0,
            Windows = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Window(random))],
        };
        return (request, calendar);
    }

    private static Freeze Freeze(Random random, DateTimeOffset begin, int number)
    {
        var from = begin.AddMinutes(random.Next(-2_000, 14_000));
        string[][] on = [[], ["i"], ["p"], ["s"], ["t"], ["elsewhere"]];
        return new Freeze($"f{number}", from, random.Next(8) == 0 ? null : from.AddMinutes(random.Next(1, 3_000)), on[random.Next(on.Length)], "a test");
    }

    private static BookedChange Booked(Random random, DateTimeOffset begin, int number)
    {
        var start = begin.AddMinutes(random.Next(-2_000, 14_000));
        return new BookedChange(
            $"b{number}", random.Next(3) == 0 ? "i" : "j", new Team(random.Next(5) == 0 ? "Others" : "Servers"),
            start, start.AddMinutes(random.Next(1, 600)), random.Next(3) == 0, random.Next(100));
    }

    // On the hour: within an hour that the wall shows twice, a time of a day is not one moment.
    private static ChangeWindow Window(Random random) => new(
        [.. Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0)], TimeSpan.FromHours(random.Next(24)), TimeSpan.FromHours(random.Next(1, 25)));
}
