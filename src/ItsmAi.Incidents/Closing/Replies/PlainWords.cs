using System.Text;
using System.Text.RegularExpressions;

namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>A text as lower-case words without accents, where <c>|</c> stands between two clauses.</summary>
internal static partial class PlainWords
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant()) folded.Append(Fold(letter));
        var words = Word().Matches(folded.ToString()).Select(word => Clause(word.Value.Trim('\''))).Where(word => word.Length > 0);
        return $" {string.Join(' ', words)} ";
    }

    private static string Clause(string word) => word is ['.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')', ..] ? "|" : word;

    private static string Fold(char letter) => letter switch
    {
        'ä' or 'à' or 'á' or 'â' => "a",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'í' or 'î' or 'ï' => "i",
        'ö' or 'ó' or 'ô' => "o",
        'ü' or 'ú' or 'ù' or 'û' => "u",
        'ñ' => "n",
        'ç' => "c",
        'ß' => "ss",
        '’' or '‘' or '´' or '`' => "'",
        >= '\u0300' and <= '\u036f' => "",
        _ => letter.ToString(),
    };

    [GeneratedRegex(@"[\p{L}\p{Nd}']+|[.,;:!?()\n]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
