using System.Collections.Concurrent;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Rest;

namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>
/// Names for the ids that transactions carry. A name that our account may not see stays its id, written <c>#7</c>.
/// </summary>
internal sealed class Names(RestClient rest, TimeProvider time)
{
    // Queues are renamed a few times a year; an hour-old name is still understood.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (string Name, DateTimeOffset At)> _known = new();

    public Task<string> Queue(string id, CancellationToken stop) => Of("queue", id, stop);

    public Task<string> User(string id, CancellationToken stop) => Of("user", id, stop);

    public Task<string> CustomField(string id, CancellationToken stop) => Of("customfield", id, stop);

    /// <summary>
    /// The queue's name as Request Tracker writes it; null when our account sees no such queue in use.
    /// </summary>
    public async Task<string?> FindQueue(string name, CancellationToken stop)
    {
        var answer = await rest.Get("queue/" + Uri.EscapeDataString(name), stop);
        return answer.IsSuccess && answer.Body.Text("Disabled") != "1" ? answer.Body.Text("Name") : null;
    }

    private async Task<string> Of(string kind, string id, CancellationToken stop)
    {
        if (id.Length == 0 || !id.All(char.IsAsciiDigit)) return id;
        var key = kind + "/" + id;
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && now - known.At < Fresh) return known.Name;
        var answer = await rest.Get(key, stop);
        var name = answer.Body.Text("Name") is { Length: > 0 } told ? told : "#" + id;
        _known[key] = (name, now);
        return name;
    }
}
