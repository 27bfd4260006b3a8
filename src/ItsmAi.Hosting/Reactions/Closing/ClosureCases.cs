using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>The resolved tickets that are watched, one record a ticket.</summary>
public sealed class ClosureCases(IRecordStore store)
{
    private const string Collection = "closures";

    public async Task<IReadOnlyList<ClosureCase>> All(ConnectionName desk, CancellationToken stop)
    {
        var all = new List<ClosureCase>();
        await foreach (var row in store.Read(Collection, desk.Value, null, null, stop)) all.Add(Parse(row));
        return all;
    }

    public async Task<ClosureCase?> Find(TicketId ticket, CancellationToken stop) =>
        await store.Find(KeyOf(ticket), stop) is { } row ? Parse(row) : null;

    public async Task Keep(ClosureCase one, CancellationToken stop)
    {
        var record = new NewRecord(KeyOf(one.Ticket), JsonSerializer.SerializeToUtf8Bytes(one, ClosureCaseJson.Default.ClosureCase));
        while (true)
        {
            var row = await store.Find(record.Key, stop);
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    public async Task Forget(TicketId ticket, CancellationToken stop)
    {
        while (await store.Find(KeyOf(ticket), stop) is { } row)
            if (await store.Delete(row.Key, row.Version, stop) is WriteAnswer.Written) return;
    }

    private static RecordKey KeyOf(TicketId ticket) => new(Collection, ticket.Connection.Value, ticket.Number);

    private static ClosureCase Parse(Record row) => JsonSerializer.Deserialize(row.Content.Span, ClosureCaseJson.Default.ClosureCase)!;
}
