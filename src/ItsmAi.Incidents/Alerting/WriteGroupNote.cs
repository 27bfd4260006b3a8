using System.Text;
using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Alerting;

/// <summary>
/// The note of an incident that was opened for a group: what fires since when, what cleared, why it is one group, what is
/// suspected. What alerts say is cut and stripped of marks; it is never interpreted.
/// </summary>
public static class WriteGroupNote
{
    /// <summary>No note is longer, whatever the alerts say.</summary>
    public const int Longest = 4_000;

    private const int LongestTitle = 120;
    private const int LinesShown = 10;
    private const int Word = 60;

    public static string Title(AlertGroup group, ServiceGraph graph, DateTimeOffset now)
    {
        var shown = group.Lines.Where(line => line.Counts(now)).OrderByDescending(line => line.IsOpen)
            .ThenByDescending(line => line.Severity).ThenBy(line => line.Since).FirstOrDefault() ?? group.Lines[0];
        var services = group.Lines.Select(line => line.Service).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var where = SuspectedRoot.Of(group, graph, now)?.Service ?? shown.Service ?? shown.Host;
        var more = group.Lines.Count > 1 ? $" and {group.Lines.Count - 1} more alerts" : "";
        var spread = services > 1 ? $" on {services} services" : "";
        return Cut($"{Plain(shown.Name)}{(where is null ? "" : $" at {Plain(where)}")}{more}{spread}", LongestTitle);
    }

    public static string Text(AlertGroup group, ServiceGraph graph, DateTimeOffset now)
    {
        var text = new StringBuilder();
        List<AlertLine> counting = [.. group.Lines.Where(line => line.Counts(now)).OrderBy(line => line.Since)];
        List<AlertLine> suppressed = [.. group.Lines.Where(line => !line.Counts(now)).OrderBy(line => line.Since)];
        Part(text, "Fires", [.. counting.Where(line => line.IsOpen)], Firing);
        Part(text, "Cleared", [.. counting.Where(line => !line.IsOpen)],
            line => $"{Named(line)}, clear since {Clock(line.ClearedAt ?? line.SeenAt)}");
        Part(text, "Under maintenance, not counted", suppressed,
            line => $"{Named(line)}, declared by {Plain(line.Suppression!.DeclaredBy)} until {Clock(line.Suppression.Until)}");
        Part(text, "One group because", [.. group.Lines.Skip(1)],
            line => $"{Named(line)}: {PlainText.Line(line.Because, 160)}");
        if (SuspectedRoot.Of(group, graph, now) is { } root && group.Lines.Count > 1)
            text.Append("Suspected cause, not proven: ").Append(Plain(root.Service)).Append("; ").Append(Plain(root.Because)).Append('\n');
        return Cut(text.ToString().TrimEnd(), Longest);
    }

    private static void Part(StringBuilder text, string head, List<AlertLine> lines, Func<AlertLine, string> say)
    {
        if (lines.Count == 0) return;
        text.Append(head).Append(" (").Append(lines.Count).Append("):\n");
        foreach (var line in lines.Take(LinesShown)) text.Append("- ").Append(say(line)).Append('\n');
        if (lines.Count > LinesShown) text.Append("- and ").Append(lines.Count - LinesShown).Append(" more\n");
    }

    private static string Firing(AlertLine line) =>
        $"{Named(line)}, {line.Severity}, since {Clock(line.Since)}{(line.IsFlapping ? $", flapping: {line.Episodes} starts" : "")}";

    private static string Named(AlertLine line) =>
        (line.Service ?? line.Host) is { } where ? $"{Plain(line.Name)} at {Plain(where)}" : Plain(line.Name);

    private static string Clock(DateTimeOffset time) => $"{time.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";

    private static string Plain(string text) => PlainText.Line(text, Word);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
