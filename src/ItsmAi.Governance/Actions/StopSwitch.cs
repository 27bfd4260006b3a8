using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Stops automation at once, all of it or one action: the next decision reads it from the store. Who flipped it, when
/// and why is a receipt, and the receipt comes first.
/// </summary>
public sealed class StopSwitch(IRecordStore store, ReceiptChain receipts, TimeProvider clock)
{
    private static readonly RecordKey Key = new("settings", "brakes", "stop-switch");

    public async Task<StopState> Read(CancellationToken stop) =>
        await store.Find(Key, stop) is { } row ? Parse(row) : StopState.Running;

    /// <summary>The gate that a stop shuts: nothing is written to a desk while it fails.</summary>
    public async Task<Gate> Check(ActionKind action, CancellationToken stop)
    {
        var state = await Read(stop);
        return state.Stops(action)
            ? Gate.Fail("stop-switch", $"stopped: {state.Reason}", Autonomy.AutonomyLevel.Off)
            : Gate.Pass("stop-switch", "running");
    }

    /// <param name="action">Null: every action.</param>
    public Task<StopState> Stop(ActionKind? action, Person by, string reason, CancellationToken stop) =>
        Set(state => state.With(action, stopped: true, by, reason), ReceiptKind.Stopped, action, by, reason, stop);

    /// <param name="action">Null: every action, those that were stopped one by one included.</param>
    public Task<StopState> Resume(ActionKind? action, Person by, string reason, CancellationToken stop) =>
        Set(state => state.With(action, stopped: false, by, reason), ReceiptKind.Resumed, action, by, reason, stop);

    private async Task<StopState> Set(
        Func<StopState, StopState> change,
        ReceiptKind kind,
        ActionKind? action,
        Person by,
        string reason,
        CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = clock.GetUtcNow();
        var decision = ReceiptAddress.DecisionOn("stop-switch", kind.ToString(), now.ToString("O"));
        await receipts.Append(
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
            if (answer is WriteAnswer.Written) return next;
        }
    }

    private static StopState Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, StopStateJson.Default.StopState) ?? StopState.Running;
}
