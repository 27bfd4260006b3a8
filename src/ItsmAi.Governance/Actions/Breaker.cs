using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Bounds what can go wrong before a person looks: too many acts of one kind in the window, or too large a share of
/// them to one team, and for a while the action is only suggested. An act is counted before it is done.
/// </summary>
public sealed class Breaker(IRecordStore store, ReceiptChain receipts, ObligationBook obligations, Person self, TimeProvider clock)
{
    /// <summary>The gate that a tripped breaker shuts.</summary>
    public const string Name = "breaker";

    /// <summary>The gate for one more act; where it passes, the act is counted. The same decision counts once.</summary>
    public async Task<Gate> Take(Suggestion suggestion, string decision, PolicyDocument policy, CancellationToken stop)
    {
        var key = new RecordKey("settings", "brakes", $"{Name}-{suggestion.Action}");
        var act = new CountedAct(decision, suggestion.Change.Team?.Name ?? "-", clock.GetUtcNow());
        while (true)
        {
            var row = await store.Find(key, stop);
            var state = row is null ? BreakerState.Empty : Parse(row);
            if (state.RestsUntil > act.At) return Rests(state);
            var recent = state.Acts.Where(one => one.At > act.At - policy.Brakes.Window && one.Decision != decision);
            var next = state with { Acts = [.. recent, act] };
            if (Excess(next, policy.Brakes) is { } excess)
            {
                next = state with { Acts = [], RestsUntil = act.At + policy.Brakes.RestFor };
                await Trip(suggestion.Action, act, excess, policy, stop);
            }

            var record = new NewRecord(key, JsonSerializer.SerializeToUtf8Bytes(next, BreakerJson.Default.BreakerState));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is not WriteAnswer.Written) continue;
            return next.RestsUntil > act.At
                ? Rests(next)
                : Gate.Pass(Name, $"{next.Acts.Count} acts of this kind within {policy.Brakes.Window.TotalMinutes:0} minutes");
        }
    }

    /// <summary>What is too much, or null. A share is taken once there are enough acts to take it of.</summary>
    internal static string? Excess(BreakerState state, BrakeSettings settings)
    {
        if (state.Acts.Count > settings.Acts) return $"more than {settings.Acts} acts within {settings.Window.TotalMinutes:0} minutes";
        if (state.Acts.Count < settings.ShareMinimum) return null;
        var most = state.Acts.GroupBy(one => one.Team, StringComparer.Ordinal).Max(group => group.Count());
        return most > settings.ShareToOneTeam * state.Acts.Count
            ? $"{most} of {state.Acts.Count} acts went to one team, more than {settings.ShareToOneTeam:P0}"
            : null;
    }

    private static Gate Rests(BreakerState state) =>
        Gate.Fail(Name, $"too much was done by itself; it rests until {state.RestsUntil:yyyy-MM-dd HH:mm} UTC", AutonomyLevel.Suggest);

    private async Task Trip(ActionKind action, CountedAct act, string excess, PolicyDocument policy, CancellationToken stop)
    {
        var decision = ReceiptAddress.DecisionOn($"{Name}:{action}", "tripped", act.Decision);
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-breakertripped", Kind = ReceiptKind.BreakerTripped, At = act.At, Decision = decision,
                Actor = self.Account, Action = action, To = act.Team, Because = excess, Evidence = [act.Decision],
            },
            stop);
        await obligations.Add(
            new Obligation
            {
                Id = $"{decision}-tripped",
                Owner = policy.Brakes.Authority is [var first, ..] ? first : policy.Owner,
                RaisedAt = act.At,
                DueAt = act.At + policy.Brakes.RestFor,
                Says = $"{action} rests for {policy.Brakes.RestFor.TotalMinutes:0} minutes: {excess}; see whether that is right",
                About = decision,
            },
            stop);
    }

    private static BreakerState Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, BreakerJson.Default.BreakerState) ?? BreakerState.Empty;
}
