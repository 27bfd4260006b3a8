using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Tests.Requests;

/// <summary>Random steps by random actors at random times: whatever comes, the law holds.</summary>
public sealed class ChangeHistoriesTests
{
    private static readonly Person[] Actors =
        [Some.Ai, Some.Lead, Some.Board, Some.Chief, new("requester"), new("ITSMAI "), new("owner"), new("")];

    private static readonly string[] Roles = [ApproverRoles.Delegated, ApproverRoles.Authority, ApproverRoles.Emergency, "service-owner"];

    [Fact]
    public void Nothing_is_implemented_without_a_person_but_a_standard_change_whose_model_holds()
    {
        var random = new Random(11);
        var (byPerson, byModel, closed, emergencies) = (0, 0, 0, 0);
        for (var run = 0; run < 20_000; run++)
        {
            var law = Law(random);
            var change = Some.Change() with { Requester = random.Next(2) == 0 ? Some.Ai : new Person("requester") };
            ChangeStep.Approve? approval = null;
            var at = change.ProposedAt;
            for (var step = 0; step < 25 && !change.IsOver; step++)
            {
                at = at.AddMinutes(random.Next(4) == 0 ? random.Next(3_000) : random.Next(60));
                var next = Next(random, change, at);
                var before = change;
                if (change.Apply(next, law) is not ChangeAnswer.Moved { Now: var now }) continue;
                change = now;
                Assert.Equal(before.Moves.Count + 1, now.Moves.Count);
                if (next is ChangeStep.Approve given) approval = given;
                else if (next is ChangeStep.Plan or ChangeStep.AskForDecision or ChangeStep.BecomeEmergencyCandidate) approval = null;
                if (next is ChangeStep.Approve or ChangeStep.Reject or ChangeStep.Review) Assert.False(law.Duties.IsAi(next.By));
                if (next is not ChangeStep.Begin begin) continue;

                Assert.NotNull(change.Risk);
                Assert.NotEqual("", begin.TestEvidence.Trim());
                var frozen = law.Calendar.Freezes.Any(freeze => freeze.Overlaps(begin.At, begin.At + (change.End!.Value - change.Start!.Value)));
                if (approval is null)
                {
                    Assert.Equal(ChangePath.Standard, change.Path!.Path);
                    Assert.Empty(begin.Leave!.Against(begin.At));
                    Assert.Equal(change.Model, begin.Leave.Model);
                    Assert.False(frozen);
                    byModel++;
                }
                else
                {
                    Assert.Equal(approval.By, change.ApprovedBy);
                    Assert.False(law.Duties.IsAi(approval.By) || SegregationOfDuties.AreSame(approval.By, change.Requester));
                    Assert.Contains(approval.By, law.Roles[approval.Role]);
                    Assert.True(!frozen || (change.IsEmergency && change.FreezeSigners.Distinct().Count() >= 2));
                    byPerson++;
                }
            }

            if (change.State == ChangeState.Closed)
            {
                Assert.True(change.Review is null or { CompletedAt: not null });
                Assert.True(!(change.HasFailed || change.CausedIncident || change.IsEmergency) || change.Review is not null);
                closed++;
            }

            if (change is { IsEmergency: true, BegunAt: not null })
            {
                Assert.Null(ReviewRules.AgainstEmergency(change.Team, law.Reviews, change.AuthorisedAt!.Value));
                emergencies++;
            }
        }

        Assert.True(byPerson > 300 && byModel > 300 && closed > 300 && emergencies > 100, $"{byPerson}, {byModel}, {closed}, {emergencies}");
    }

    private static ChangeLaw Law(Random random) => Some.Law() with
    {
        Calendar = Some.Calendar() with
        {
            Freezes = random.Next(3) == 0 ? [new Freeze("f", Some.At(random.Next(2, 8), 0), random.Next(3) == 0 ? null : Some.At(9, 0), [], "")] : [],
        },
        Reviews = random.Next(4) == 0
            ? [new ChangeReview("c-0", "", Some.Servers, Some.At(random.Next(2, 6), 0), []) { IsOfEmergency = random.Next(2) == 0 }]
            : [],
    };

    private static ChangeStep Next(Random random, ChangeRequest change, DateTimeOffset at)
    {
        var by = Actors[random.Next(Actors.Length)];
        // Half of the time what fits the state, so that histories get far; else anything.
        var kind = random.Next(2) == 0 ? random.Next(12) : Fitting(random, change);
        var start = at.AddMinutes(random.Next(-5, 90));
        var end = start.AddMinutes(random.Next(-2, 120));
        var latest = start.AddMinutes(random.Next(-5, 600));
        return kind switch
        {
            0 => new ChangeStep.AssessRisk(new RiskScore(random.Next(101), ChangeRisk.Low, [])) { At = at, By = by },
            1 => Plan(random, at, by, start, end, latest),
            2 => new ChangeStep.AskForDecision(latest.AddMinutes(random.Next(-60, 5)), latest, Some.Path((ChangePath)random.Next(4))) { At = at, By = by },
            3 => Approve(random, at, by, start, end),
            4 => new ChangeStep.Reject("no") { At = at, By = by },
            5 => new ChangeStep.Escalate { At = at, By = by },
            6 => new ChangeStep.BecomeEmergencyCandidate { At = at, By = by },
            7 => new ChangeStep.Begin(random.Next(5) == 0 ? " " : "tested", Leave(random)) { At = change.Start > at && random.Next(4) > 0 ? change.Start.Value : at, By = by },
            8 => new ChangeStep.Finish(random.Next(4) == 0, random.Next(4) == 0, random.Next(6)) { At = change.BegunAt > at ? change.BegunAt.Value : at, By = by },
            9 => new ChangeStep.TieIncident("INC1") { At = Later(change, at), By = by },
            10 => new ChangeStep.Review("seen") { At = Later(change, at), By = by },
            _ => new ChangeStep.Close { At = Later(change, at), By = by },
        };
    }

    private static int Fitting(Random random, ChangeRequest change) => change.State switch
    {
        ChangeState.Proposed => change.Risk is null ? 0 : random.Next(1, 3),
        ChangeState.AwaitingDecision => random.Next(4) == 0 ? 6 : 3,
        ChangeState.Scheduled => 7,
        ChangeState.EmergencyCandidate => 3,
        ChangeState.Implementing => 8,
        _ => random.Next(9, 12),
    };

    private static ChangeStep.Plan Plan(
        Random random, DateTimeOffset at, Person by, DateTimeOffset start, DateTimeOffset end, DateTimeOffset latest)
    {
        var path = (ChangePath)random.Next(4);
        return new ChangeStep.Plan(start, end, Some.Path(path), latest.AddMinutes(random.Next(-90, 5)), latest, Leave(random)) { At = at, By = by };
    }

    private static ChangeStep.Approve Approve(Random random, DateTimeOffset at, Person by, DateTimeOffset start, DateTimeOffset end)
    {
        FreezeSignature[] signatures = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(2) == 0
            ? new FreezeSignature(Some.Chief, ApproverRoles.Emergency)
            : new FreezeSignature(Actors[random.Next(Actors.Length)], Roles[random.Next(Roles.Length)]))];
        return new ChangeStep.Approve(Roles[random.Next(Roles.Length)], start, end, random.Next(2) == 0, signatures) { At = at, By = by };
    }

    private static PreAuthorisation? Leave(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => Some.Leave() with { IsPreAuthorised = false },
        2 => Some.Leave() with { OutOfScope = ["class: other"] },
        3 => Some.Leave() with { Standing = new ModelStanding(true, ["c"], ["change c failed"]) },
        4 => Some.Leave() with { ExpiresAt = Some.At(random.Next(1, 6), 0) },
        5 => Some.Leave() with { Model = "other v1" },
        _ => Some.Leave(),
    };

    private static DateTimeOffset Later(ChangeRequest change, DateTimeOffset at) =>
        change.Moves is [.., var last] && last.At > at ? last.At : at;
}
