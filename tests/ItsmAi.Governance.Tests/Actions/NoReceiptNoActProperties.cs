using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

/// <summary>Random histories of deliveries, answers, stops, deaths and stores that refuse; each run is one history.</summary>
public sealed class NoReceiptNoActProperties
{
    private const int Runs = 10_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_reaches_the_desk_that_no_receipt_decided_and_nothing_reaches_it_twice()
    {
        var (written, died) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var levels = new[] { AutonomyLevel.Auto, AutonomyLevel.ApproveFirst, AutonomyLevel.Suggest, AutonomyLevel.Shadow };
            var room = new Room(levels[random.Next(levels.Length)]);
            var seen = 0;
            for (var step = 0; step < 6; step++)
            {
                if (!await Step(room, random)) died++;
                await EachNoteHasItsReceipt(room, seen, $"run {run}, step {step}");
                seen = room.Desk.Notes.Count;
            }

            written += seen;
            Assert.Equal(room.Desk.Notes.Count, room.Desk.Markers.Count);
            Assert.True((await VerifyReceipts.Walk(room.Store, Stop)).Holds, $"run {run}");
        }

        // Histories in which nothing is written, or nothing dies, would prove nothing.
        Assert.True(written > Runs / 2 && died > Runs / 2, $"{written} notes, {died} deaths");
    }

    /// <summary>One delivery or answer, in which the process or the store may die at any operation.</summary>
    private static async Task<bool> Step(Room room, Random random)
    {
        var left = random.Next(60);
        Exception death = random.Next(2) == 0 ? new Crash() : new StoreUnavailableException("it went away");
        void At(string what)
        {
            if (left-- == 0) throw death;
        }

        room.Store.At = At;
        room.Desk.At = At;
        try
        {
            await Do(room, random);
            return true;
        }
        catch (Exception error) when (error is Crash or StoreUnavailableException or NotYetException)
        {
            return false;
        }
        finally
        {
            (room.Store.At, room.Desk.At) = (_ => { }, _ => { });
            room.Restart();
            room.Clock.Pass(TimeSpan.FromMinutes(1));
        }
    }

    private static async Task Do(Room room, Random random)
    {
        var occasion = random.Next(2) == 0 ? "created" : "reply";
        var suggestion = Some.Suggestion() with { Occasion = occasion };
        var decision = ReceiptAddress.DecisionOn(suggestion.Subject.Key, nameof(ActionKind.Route), occasion);
        switch (random.Next(8))
        {
            case 0 or 1 or 2 or 3:
                await room.CarryOut.Handle(suggestion, Some.Event(), Stop);
                break;
            case 4:
                await room.StopSwitch.Stop(null, new Person("kim"), "why", Stop);
                break;
            default:
                var kinds = new[] { EventKind.DecisionApproved, EventKind.DecisionRejected, EventKind.DecisionUndone };
                var answer = Some.Event(kinds[random.Next(kinds.Length)], $"itsmai/{random.Next(3)}") with { Decision = decision };
                await room.Answers.Handle(answer, Stop);
                break;
        }
    }

    /// <summary>A note bears the marker of what it carries out: a decision, an approval or a wish to undo.</summary>
    private static async Task EachNoteHasItsReceipt(Room room, int from, string where)
    {
        foreach (var marker in room.Desk.Markers.Skip(from))
        {
            var there = await room.Receipts.Find($"{marker}-decided", Stop) ?? await room.Receipts.Find(marker, Stop);
            Assert.True(there is not null, $"{where}: the desk shows {marker}, and no receipt does");
        }
    }
}
