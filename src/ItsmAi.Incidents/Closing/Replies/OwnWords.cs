using System.Text.RegularExpressions;

namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>What a person wrote in this reply: without what they quote, and without their signature.</summary>
internal static partial class OwnWords
{
    public static string Of(string text)
    {
        var lines = WrappedIntroduction().Replace(text.ReplaceLineEndings("\n"), "${first} ${second}").Split('\n');
        var own = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.StartsWith('>')) continue;
            // Whoever answers below the quotation marks each quoted line; without marks all that follows is quoted.
            if (Introduction().IsMatch(line) && lines.Skip(at + 1).FirstOrDefault(next => next.Trim().Length > 0)?.Trim() is ['>', ..])
                continue;
            if (Introduction().IsMatch(line) || Ending().IsMatch(line)) break;
            own.Add(line);
        }

        return string.Join('\n', own).Trim();
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^(on .{4,160} wrote|am .{4,160} schrieb.{0,80}|le .{4,160} a écrit|el .{4,160} escribió)\s?:$", Options, 1000)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^(?<first>(on|am|le|el) [^\n]{4,80})\n(?<second>[^\n]{0,80}(wrote|schrieb[^\n]{0,80}|a écrit|escribió)\s?:)[ \t]*$",
        Options | RegexOptions.Multiline, 1000)]
    private static partial Regex WrappedIntroduction();

    [GeneratedRegex(
        @"^(--|__+|-+ ?(original message|ursprüngliche nachricht|message d'origine|mensaje original) ?-+" +
        @"|(from|von|de): .*|sent from my .*|von meinem .* gesendet|envoyé de mon .*|enviado desde mi .*" +
        @"|((best|kind|warm) )?regards\b.{0,40}|mit freundlichen grüßen.{0,40}|(viele|liebe|beste) grüße.{0,40}" +
        @"|cordialement.{0,40}|(un )?saludos?\b.{0,40})$", Options, 1000)]
    private static partial Regex Ending();
}
