using System.Text;
using System.Text.RegularExpressions;
using ItsmAi.Connectors.TableStorage.Wire;

namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>
/// What an entity group transaction came to. The service answers 202 to any it could read: whether it was done stands
/// in the statuses inside, and a failed one names the index of the operation at fault.
/// </summary>
internal sealed partial record BatchAnswer(int Status, string Code, string Says, int Index, string ETag)
{
    public static BatchAnswer Read(ReadOnlyMemory<byte> content)
    {
        var text = Encoding.UTF8.GetString(content.Span);
        var statuses = StatusLine().Matches(text);
        if (statuses.Count == 0)
            return new BatchAnswer(0, "", text[..Math.Min(200, text.Length)], 0, "");

        var failed = statuses.FirstOrDefault(line => StatusOf(line) >= 300);
        if (failed is null)
        {
            var last = ETagLine().Matches(text)[^1].Groups["etag"].Value.Trim();
            return new BatchAnswer(StatusOf(statuses[^1]), "", "", 0, last);
        }

        var (code, says) = Fault(text, failed.Index);
        var index = IndexOf().Match(says) is { Success: true } named ? int.Parse(named.Groups["index"].Value) : 0;
        return new BatchAnswer(StatusOf(failed), code, says, index, "");
    }

    private static int StatusOf(Match line) => int.Parse(line.Groups["status"].Value);

    private static (string Code, string Says) Fault(string text, int from)
    {
        var (start, end) = (text.IndexOf('{', from), text.LastIndexOf('}'));
        return start < 0 || end < start ? ("", "") : StorageFault.Read(Encoding.UTF8.GetBytes(text[start..(end + 1)]));
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3})", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatusLine();

    [GeneratedRegex("^(?i:ETag):(?<etag>.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ETagLine();

    [GeneratedRegex(@"^(?<index>\d+):", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexOf();
}
