using System.Globalization;
using System.Text.RegularExpressions;

namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>
/// How far the feed is walked. Ids are handed out before the commit, so a lower id can appear after a higher one: an
/// id is passed only once a walk that began a lag after it was first sighted has read everything below it again.
/// </summary>
/// <param name="Passed">Never read again.</param>
/// <param name="Sightings">Oldest first; read again with each walk until the lag is over.</param>
/// <param name="Walked">How far an unfinished walk came, or null between walks.</param>
/// <param name="Began">When the unfinished walk began.</param>
internal sealed partial record FeedWatermark(
    long Passed, IReadOnlyList<Sighting> Sightings, long? Walked, DateTimeOffset? Began)
{
    // The text stays short: closer sightings would pass hardly anything sooner.
    private const int SightingsInALag = 10;

    public static FeedWatermark StartingAfter(long id) => new(id, [], Walked: null, Began: null);

    public static FeedWatermark Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            throw new ArgumentException($"watermark: \"{text}\" was not written by this feed", nameof(text));
        var ups = match.Groups["up"].Captures;
        var ats = match.Groups["at"].Captures;
        var sightings = ups.Select((up, i) => new Sighting(Number(up.Value), Time(ats[i].Value))).ToList();
        var walked = match.Groups["walked"];
        return new FeedWatermark(
            Number(match.Groups["passed"].Value),
            sightings,
            walked.Success ? Number(walked.Value) : null,
            walked.Success ? Time(match.Groups["began"].Value) : null);
    }

    public override string ToString()
    {
        var sighted = string.Join(',', Sightings.Select(each => $"{each.UpTo}@{each.At.ToUnixTimeMilliseconds()}"));
        var walk = Walked is null ? "" : $" walked={Walked}@{Began!.Value.ToUnixTimeMilliseconds()}";
        return $"passed={Passed}" + (sighted.Length == 0 ? "" : " sighted=" + sighted) + walk;
    }

    /// <summary>The walk is not at its end: the next call goes on after <paramref name="walked"/>.</summary>
    public FeedWatermark Paused(long walked, DateTimeOffset began) => this with { Walked = walked, Began = began };

    /// <summary>The walk came to its end at <paramref name="upTo"/>. Times come from our clock alone.</summary>
    public FeedWatermark Finished(long upTo, DateTimeOffset began, DateTimeOffset now, TimeSpan lag)
    {
        // A clock that was set back must not hold the feed for as long as it was ahead.
        var sightings = Sightings.Select(each => each with { At = each.At > now ? now : each.At }).ToList();
        var last = sightings.Count > 0 ? sightings[^1] : new Sighting(Passed, DateTimeOffset.MinValue);
        if (upTo > last.UpTo && (sightings.Count == 0 || now - last.At >= lag / SightingsInALag))
            sightings.Add(new Sighting(upTo, now));
        var settled = sightings.Where(each => each.At <= began - lag).Select(each => each.UpTo);
        var passed = settled.Append(Passed).Max();
        return new FeedWatermark(passed, [.. sightings.Where(each => each.UpTo > passed)], Walked: null, Began: null);
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Number(milliseconds));

    [GeneratedRegex(
        @"^passed=(?<passed>\d{1,18})"
        + @"( sighted=(?<up>\d{1,18})@(?<at>\d{1,14})(,(?<up>\d{1,18})@(?<at>\d{1,14}))*)?"
        + @"( walked=(?<walked>\d{1,18})@(?<began>\d{1,14}))?$",
        RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Form();
}
