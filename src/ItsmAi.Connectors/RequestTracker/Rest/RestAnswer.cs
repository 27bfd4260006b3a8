using System.Net;
using System.Text.Json;

using ItsmAi.Connectors.Json;
namespace ItsmAi.Connectors.RequestTracker.Rest;

/// <summary>What Request Tracker answered. A 200 says that it took the request, not that it did it.</summary>
/// <param name="Version">The ETag without its quotes: the id of the last transaction that our account may see.</param>
internal sealed record RestAnswer(HttpStatusCode Status, string? Version, JsonElement Body)
{
    // Enough for each of its sentences; an error page of a proxy is longer.
    private const int LongestSaying = 400;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Request Tracker's own words: the message of an error, or the sentences of an update.</summary>
    public string Says
    {
        get
        {
            var words = Body.ValueKind == JsonValueKind.Array
                ? string.Join("; ", Body.EnumerateArray().Select(sentence => sentence.Text()))
                : Body.Text("message") ?? Status.ToString();
            return words.Length > LongestSaying ? words[..LongestSaying] : words;
        }
    }
}
