using System.Text.RegularExpressions;

namespace ItsmAi.Governance.Redacting;

/// <summary>One kind of what is taken out of texts: how it looks, and how much of that is really it.</summary>
/// <param name="Pattern">Its group <c>hide</c>, where it has one, is what is taken out; else the whole match.</param>
/// <param name="Real">How many of the letters found are it; 0 for what only looks like it.</param>
internal sealed record SensitiveKind(string Name, Regex Pattern, Func<string, int>? Real = null)
{
    public IEnumerable<SensitiveSpan> In(string text)
    {
        foreach (Match match in Pattern.Matches(text))
        {
            var found = match.Groups["hide"] is { Success: true } part ? part : match;
            var length = Real?.Invoke(found.Value) ?? found.Length;
            if (length > 0) yield return new SensitiveSpan(found.Index, length, Name);
        }
    }
}
