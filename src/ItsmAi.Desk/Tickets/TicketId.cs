using System.Text.Json.Serialization;
using ItsmAi.Desk.Events;

namespace ItsmAi.Desk.Tickets;

/// <summary>One ticket of one connected desk.</summary>
public sealed record TicketId
{
    public TicketId(ConnectionName connection, string number)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        Connection = connection;
        Number = number;
    }

    public ConnectionName Connection { get; }

    /// <summary>The desk's own id, opaque to us.</summary>
    public string Number { get; }

    /// <summary>One text that names the ticket everywhere: <c>rt-main:61</c>. Queues keep order by it.</summary>
    [JsonIgnore]
    public string Key => $"{Connection}:{Number}";

    public override string ToString() => Key;
}
