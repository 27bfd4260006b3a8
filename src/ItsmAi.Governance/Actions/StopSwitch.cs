using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Stops automation at once, all of it or one action: the next decision reads it from the store. Any person may stop; only
/// the policy's authority may let it go on. Who flipped it, when and why is a receipt, and the receipt comes first.
/// </summary>
public sealed class StopSwitch(IRecordStore store, ReceiptChain receipts, TimeProvider clock)
{
    /// <summary>What the receipts of brakes and drills are about.</summary>
    public const string Subject = "stop-switch";

    private static readonly RecordKey Key = new("settings", "brakes", "stop-switch");

    private readonly DutyBook _duties = new(store, clock);

    public async Task<StopState> Read(CancellationToken stop) =>
        await store.Find(Key, stop) is { } row ? Parse(row) : StopState.Running;

    /// <summary>The gate that a stop shuts: nothing is written to a desk while it fails.</summary>
    public async Task<Gate> Check(ActionKind action, CancellationToken stop)
    {
        var state = await Read(stop);
        return state.Stops(action)
            ? Gate.Fail(Subject, $"automation is stopped: {state.Reason}", Autonomy.AutonomyLevel.Off)
            : Gate.Pass(Subject, "running");
    }

    /// <param name="action">Null: every action.</param>
    public async Task<StopAnswer> Stop(ActionKind? action, Person by, string reason, CancellationToken stop)
    {
        if ((await _duties.Read(stop)).OfStop(by) is { } refusal) return new StopAnswer.Refused(refusal);
        return await Set(state => state.With(action, stopped: true, by, reason), ReceiptKind.Stopped, action, by, reason, stop);
    }

    /// <param name="action">Null: every action, those that were stopped one by one included.</param>
    public async Task<StopAnswer> Resume(ActionKind? action, Person by, string reason, CancellationToken stop)
    {
        if (await MayResume(by, stop) is { } refusal) return new StopAnswer.Refused(refusal);
        return await Set(state => state.With(action, stopped: false, by, reason), ReceiptKind.Resumed, action, by, reason, stop);
    }

    /// <summary>Why somebody may not let automation go on, or null.</summary>
    internal async Task<Refusal?> MayResume(Person by, CancellationToken stop) => (await _duties.Read(stop)).OfResume(by);

    /// <summary>Stops everything for a drill, and says what stood at that very moment.</summary>
    internal async Task<(StopState Before, StopState Drilled)> StopForDrill(Person by, string reason, CancellationToken stop)
    {
        var before = StopState.Running;
        var flipped = (StopAnswer.Flipped)await Set(
            state =>
            {
                before = state;
                return state.All ? state : state.With(null, stopped: true, by, reason);
            },
            ReceiptKind.Stopped, action: null, by, reason, stop);
        return (before, flipped.State);
    }

    /// <summary>Puts back what stood before a drill, with what was stopped one by one.</summary>
    /// <returns>Null where somebody flipped it since: theirs stands.</returns>
    internal async Task<StopAnswer?> PutBack(
        StopState drilled, StopState before, Person by, string reason, CancellationToken stop)
    {
        if (!Same(await Read(stop), drilled)) return null;
        return await Set(
            state => Same(state, drilled) ? before : state, ReceiptKind.Resumed, action: null, by, reason, stop);
    }

    private async Task<StopAnswer> Set(
        Func<StopState, StopState> change,
        ReceiptKind kind,
        ActionKind? action,
        Person by,
        string reason,
        CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = clock.GetUtcNow();
        var decision = ReceiptAddress.DecisionOn(Subject, kind.ToString(), now.ToString("O"));
        var receipt = await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-{kind}".ToLowerInvariant(),
                Kind = kind,
                At = now,
                Decision = decision,
                Actor = by.Account,
                Action = action,
                Because = reason,
            },
            stop);
        while (true)
        {
            var row = await store.Find(Key, stop);
            var next = change(row is null ? StopState.Running : Parse(row));
            var record = new NewRecord(Key, JsonSerializer.SerializeToUtf8Bytes(next, StopStateJson.Default.StopState));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return new StopAnswer.Flipped(next, receipt.Id);
        }
    }

    private static bool Same(StopState one, StopState other) =>
        one.All == other.All && one.By == other.By && one.Reason == other.Reason && one.Actions.SequenceEqual(other.Actions);

    private static StopState Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, StopStateJson.Default.StopState) ?? StopState.Running;
}
