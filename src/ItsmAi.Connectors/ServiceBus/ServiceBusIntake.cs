using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.ServiceBus;

/// <summary>
/// The inbox where the queue is a Service Bus: the event and a mark that it is not sent yet are stored together, then
/// it
/// is sent, then the mark goes. What dies in between is found by its mark and sent again under the same message id.
/// </summary>
public sealed class ServiceBusIntake(IRecordStore store, ServiceBusSender sender) : IEventIntake
{
    private const string Collection = "inbox";
    private const int Partitions = 16;

    public async Task<Acceptance> Accept(IReadOnlyList<Event> events, ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        var accepted = 0;
        foreach (var what in events)
        {
            if (await Store(what, raw, stop)) accepted++;
            await SendMarked(Mark(what.Id.Value), EventJson.Write(what), what, stop);
        }

        return new Acceptance(accepted, events.Count - accepted);
    }

    /// <summary>Sends what was accepted and not sent, older than <paramref name="before"/>.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> Resend(DateTimeOffset before, CancellationToken stop)
    {
        var sent = 0;
        for (var partition = 0; partition < Partitions; partition++)
        {
            await foreach (var mark in store.Read(Collection, $"inbox-{partition}", "u-", "u.", stop))
            {
                var message = Encoding.UTF8.GetString(mark.Content.Span);
                if (EventJson.Read(message) is not { } what || what.ReceivedAt > before) continue;
                await SendMarked(mark.Key, message, what, stop);
                sent++;
            }
        }

        return sent;
    }

    private async Task<bool> Store(Event what, ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        var message = Encoding.UTF8.GetBytes(EventJson.Write(what));
        var mark = Mark(what.Id.Value);
        if (!raw.IsEmpty) await store.Insert(new NewRecord(mark with { Row = $"r-{mark.Row[2..]}" }, raw), stop);
        var rows = new List<NewRecord> { new(mark with { Row = $"e-{mark.Row[2..]}" }, message), new(mark, message) };
        return await store.InsertTogether(rows, stop) is WriteAnswer.Written;
    }

    private async Task SendMarked(RecordKey mark, string message, Event what, CancellationToken stop)
    {
        if (await store.Find(mark, stop) is not { } row) return;
        await sender.Send(what.Id.Value, what.Subject.Key, message, stop);
        await store.Delete(mark, row.Version, stop);
    }

    private static RecordKey Mark(string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return new RecordKey(Collection, $"inbox-{hash[0] % Partitions}", $"u-{Convert.ToHexStringLower(hash)}");
    }
}
