using System.Globalization;
using System.Text.RegularExpressions;

namespace ItsmAi.Governance.Redacting;

/// <summary>
/// Hides personal data and secrets from a model under marks that only we can read back. One value has one mark through all
/// texts of a conversation; a mark that the model or a ticket makes up means nothing.
/// </summary>
/// <param name="nonce">Drawn anew for each conversation, letters and digits: nobody who wrote a text can know it.</param>
public sealed partial class Placeholders(string nonce)
{
    private readonly Dictionary<(string Kind, string Value), string> _marks = [];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    /// <summary>The text as a model may see it.</summary>
    public string Hide(string text) => Redaction.Replace(text, MarkOf);

    /// <summary>The text as people may see it: each mark that we gave is its value again.</summary>
    public string Restore(string text) => Mark().Replace(text, match => _values.GetValueOrDefault(match.Value, match.Value));

    /// <summary>The text with each mark named by its kind alone: fit for an audit.</summary>
    public static string Plain(string text) => Mark().Replace(text, match => $"[{match.Groups["kind"].Value}]");

    private string MarkOf(string kind, string value)
    {
        if (_marks.TryGetValue((kind, value), out var known)) return known;
        var mark = string.Create(CultureInfo.InvariantCulture, $"[{kind}-{_marks.Count + 1}-{nonce}]");
        _marks[(kind, value)] = mark;
        _values[mark] = value;
        return mark;
    }

    [GeneratedRegex(@"\[(?<kind>[a-z]{1,10})-\d{1,6}-\w{1,64}\]", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
