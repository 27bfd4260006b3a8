using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Duties;

/// <summary>Keeps who is who. Each start, and each new policy, writes it anew; the first start's time stays.</summary>
public sealed class DutyBook(IRecordStore store, TimeProvider clock)
{
    private static readonly RecordKey Key = new("settings", "duties", "roster");

    public async Task<DutyRoster> Read(CancellationToken stop) =>
        await store.Find(Key, stop) is { } row ? Parse(row) : DutyRoster.Bare;

    /// <param name="ai">The product's own account, and those that it uses at the desks.</param>
    public async Task<DutyRoster> Keep(IReadOnlyList<Person> ai, PolicyDocument policy, CancellationToken stop)
    {
        var authority = policy.Brakes.Authority is { Count: > 0 } named ? named : [policy.Owner];
        while (true)
        {
            var row = await store.Find(Key, stop);
            var roster = new DutyRoster(
                [.. ai.Select(one => one.Account)],
                [.. authority.Select(one => one.Account)],
                row is null ? clock.GetUtcNow() : Parse(row).FirstStart);
            var record = new NewRecord(Key, JsonSerializer.SerializeToUtf8Bytes(roster, DutyJson.Default.DutyRoster));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return roster;
        }
    }

    private static DutyRoster Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, DutyJson.Default.DutyRoster)
        ?? throw new JsonException($"{row.Key} holds null");
}
