using System.Text.Json;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Actions;

/// <summary>The trails of all tickets, one record each.</summary>
public sealed class TicketTrails(IRecordStore store)
{
    public async Task<TicketTrail> Read(TicketId ticket, CancellationToken stop) =>
        await store.Find(KeyOf(ticket), stop) is { } row ? Parse(row) : TicketTrail.Empty;

    public async Task<TicketTrail> Change(TicketId ticket, Func<TicketTrail, TicketTrail> change, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(KeyOf(ticket), stop);
            var before = row is null ? TicketTrail.Empty : Parse(row);
            var after = change(before);
            if (row is not null && after == before) return after;
            var record = new NewRecord(
                KeyOf(ticket), JsonSerializer.SerializeToUtf8Bytes(after, TicketTrailJson.Default.TicketTrail));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return after;
        }
    }

    private static RecordKey KeyOf(TicketId ticket) => new("trails", ticket.Connection.Value, ticket.Number);

    private static TicketTrail Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, TicketTrailJson.Default.TicketTrail) ?? TicketTrail.Empty;
}
