using System.Text.Json;
using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Raising;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Redacting;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>
/// The cases, one record each. A case is kept first and testified next, and nothing is told to a desk before that; a step
/// whose testimony a sudden end took away is testified by whoever comes next.
/// </summary>
public sealed class ChangeCases(IRecordStore store, ReceiptChain receipts, Person self, TimeProvider clock)
{
    private const string Collection = "changes";

    public async Task<IReadOnlyList<ChangeCase>> All(CancellationToken stop)
    {
        var all = new List<ChangeCase>();
        await foreach (var row in store.Read(Collection, "all", null, null, stop)) all.Add(Parse(row));
        return all;
    }

    public async Task<ChangeCase?> Find(string id, CancellationToken stop) =>
        await store.Find(KeyOf(id), stop) is { } row ? Parse(row) : null;

    /// <summary>Keeps what <paramref name="next"/> makes of the case as it stands, and testifies its steps.</summary>
    /// <returns>The case as it is kept.</returns>
    public async Task<ChangeCase> Alter(ChangeCase one, Func<ChangeCase, ChangeCase> next, CancellationToken stop)
    {
        var key = KeyOf(one.Change.Id);
        while (true)
        {
            var row = await store.Find(key, stop);
            var before = row is null ? one : Parse(row);
            var after = next(before);
            if (row is not null && after == before) return await Testified(before, stop);
            var record = new NewRecord(key, JsonSerializer.SerializeToUtf8Bytes(after, ChangeCaseJson.Default.ChangeCase));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return await Testified(after, stop);
        }
    }

    /// <summary>Every step that the change remembers, and what became of its prediction, has its receipt.</summary>
    private async Task<ChangeCase> Testified(ChangeCase one, CancellationToken stop)
    {
        var decision = ReceiptAddress.DecisionOn($"change:{one.Change.Id}", "change", "");
        for (var at = one.Change.Moves.Count; at > 0; at--)
        {
            // They were testified in order, so the last one that is there has all before it.
            if (await receipts.Find($"{decision}-step-{at}", stop) is null) continue;
            await Testify(one, decision, at, stop);
            return await Judged(one, decision, stop);
        }

        await Testify(one, decision, 0, stop);
        return await Judged(one, decision, stop);
    }

    private async Task Testify(ChangeCase one, string decision, int from, CancellationToken stop)
    {
        for (var at = from; at < one.Change.Moves.Count; at++)
        {
            var move = one.Change.Moves[at];
            await receipts.Append(
                Of(one, decision, $"step-{at + 1}", ReceiptKind.ChangeMoved) with
                {
                    Actor = move.By,
                    OccurredAt = move.At,
                    Headline = Redaction.Redact($"{move.Step}: {move.Says}"),
                    Result = move.To.ToString(),
                },
                stop);
        }
    }

    private async Task<ChangeCase> Judged(ChangeCase one, string decision, CancellationToken stop)
    {
        if (one.Outcome == PreventionOutcome.Open || await receipts.Find($"{decision}-outcome-{one.Outcome}", stop) is not null) return one;
        var entry = one.Entry(clock.GetUtcNow());
        await receipts.Append(
            Of(one, decision, $"outcome-{one.Outcome}", ReceiptKind.PreventionJudged) with
            {
                Evidence = entry.Evidence,
                Result = one.Outcome.ToString(),
                Headline = Redaction.Redact(entry.Says),
            },
            stop);
        return one;
    }

    private Receipt Of(ChangeCase one, string decision, string step, ReceiptKind kind) => new()
    {
        Id = $"{decision}-{step}",
        Kind = kind,
        At = clock.GetUtcNow(),
        Decision = decision,
        Event = one.Change.Prediction,
        Actor = self.Account,
        Class = one.Change.ModelId,
        Subject = one.Ticket,
    };

    private static RecordKey KeyOf(string id) => new(Collection, "all", id);

    private static ChangeCase Parse(Record row) => JsonSerializer.Deserialize(row.Content.Span, ChangeCaseJson.Default.ChangeCase)!;
}
