using ItsmAi.Desk.Alerts;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>
/// Tells when an alert's episode began where its lines tell only their own time: a firing alert that fires already is
/// the same episode, and one from before its clearing came late.
/// </summary>
internal sealed class EpisodeStarts
{
    private readonly Dictionary<string, (DateTimeOffset Start, DateTimeOffset? End)> _last = new(StringComparer.Ordinal);

    public DateTimeOffset Of(string fingerprint, AlertStatus status, DateTimeOffset time)
    {
        var isKnown = _last.TryGetValue(fingerprint, out var last);
        var start = isKnown && (last.End is null || time <= last.End) ? last.Start : time;
        if (status == AlertStatus.Resolved) _last[fingerprint] = (start, isKnown && time < last.End ? last.End : time);
        else if (start == time) _last[fingerprint] = (start, null);
        return start;
    }
}
