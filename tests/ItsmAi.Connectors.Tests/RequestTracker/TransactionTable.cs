using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ItsmAi.Connectors.Tests.RequestTracker;

/// <summary>
/// Request Tracker's list of transactions as measured: ids are handed out before rows appear, a page is cut before the
/// rows that an account may not see are dropped, and totals are not told.
/// </summary>
internal sealed partial class TransactionTable
{
    private readonly SortedDictionary<long, bool> _rows = [];

    /// <summary>Set to a time of the source, however absurd.</summary>
    public string Created { get; set; } = "2026-03-02T08:00:00Z";

    public void Appears(long id, bool hidden = false) => _rows[id] = hidden;

    public ScriptedRest Rest() => new((request, _) => Task.FromResult(ScriptedRest.Json(Page(request.RequestUri!))));

    private string Page(Uri asked)
    {
        var query = Uri.UnescapeDataString(asked.Query);
        var after = After().Match(query) is { Success: true } match
            ? long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture) : 0;
        var number = int.Parse(Number().Match(query).Groups["page"].Value, CultureInfo.InvariantCulture);
        var rows = _rows.Where(row => row.Key > after);
        if (query.Contains("order=DESC", StringComparison.Ordinal)) rows = rows.Reverse();
        var cut = rows.Skip((number - 1) * 100).Take(100).Where(row => !row.Value);
        var items = string.Join(',', cut.Select(row => Item(row.Key)));
        return $$"""{"total":null,"pages":null,"items":[{{items}}] }""";
    }

    private string Item(long id) => $$"""
        {"id":"{{id}}","type":"transaction","Type":"Create","Field":"","OldValue":"","NewValue":"","ObjectId":"{{id}}",
         "Created":{{JsonSerializer.Serialize(Created)}},"Creator":{"id":"ana","type":"user"} }
        """;

    [GeneratedRegex(@"id > (?<id>\d+)", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex After();

    [GeneratedRegex(@"[?&]page=(?<page>\d+)", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Number();
}
