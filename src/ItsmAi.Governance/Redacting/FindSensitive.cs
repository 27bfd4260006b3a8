using System.Text.RegularExpressions;

namespace ItsmAi.Governance.Redacting;

/// <summary>
/// Finds personal data and secrets in a text by how they look. A person's name looks like any other word, so none is found;
/// what carries check digits is found by them.
/// </summary>
internal static partial class FindSensitive
{
    // Each pattern is linear in the text; the bound is there so that a mistake of ours shows as an error, not a hang.
    private const int LongestMatch = 1000;

    /// <summary>In the order in which they are believed: a secret with an address in it is a secret.</summary>
    private static readonly SensitiveKind[] Kinds =
    [
        new("secret", PrivateKey()),
        new("secret", WebToken()),
        new("secret", KnownToken()),
        new("secret", UrlPassword()),
        new("secret", Header(), text => text.Any(letter => char.IsAsciiDigit(letter) || letter == '=') ? text.Length : 0),
        new("secret", Setting()),
        new("secret", Named(), text => Verdicts().IsMatch(text) ? 0 : text.Length),
        new("email", Email()),
        new("account", Iban(), CheckDigits.Iban),
        new("card", Card(), text => CheckDigits.IsCard(text) ? text.Length : 0),
        new("id", SocialSecurity()),
        new("ip", Address(), text => CheckDigits.IsAddress(text) ? text.Length : 0),
        new("ip", LongAddress(), text => text.Any(char.IsAsciiDigit) ? text.Length : 0),
        new("phone", Phone(), text => Date().IsMatch(text) ? 0 : text.Length),
    ];

    /// <returns>In the order of the text; none overlaps another.</returns>
    public static IReadOnlyList<SensitiveSpan> In(string text)
    {
        var (found, taken) = (new List<SensitiveSpan>(), new bool[text.Length]);
        foreach (var span in Kinds.SelectMany(kind => kind.In(text)))
        {
            var its = taken.AsSpan(span.Start, span.Length);
            if (its.Contains(true)) continue;
            its.Fill(true);
            found.Add(span);
        }

        return [.. found.OrderBy(span => span.Start)];
    }

    [GeneratedRegex(
        @"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]{0,16000}(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?", RegexOptions.None, LongestMatch)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?", RegexOptions.None, LongestMatch)]
    private static partial Regex WebToken();

    [GeneratedRegex(
        @"\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{16,}|[sr]k_(?:live|test)_\w{16,}"
        + @"|A[KS]IA[0-9A-Z]{16}\b|AIza[\w-]{30,}|ya29\.[\w-]{20,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[\w-]{20,}"
        + @"|dop_v1_[0-9a-f]{40,}|1-\d{1,6}-[0-9a-f]{32}\b)",
        RegexOptions.None, LongestMatch)]
    private static partial Regex KnownToken();

    [GeneratedRegex(@"(?<=\w://)[^\s/:@]{0,64}:(?<hide>[^\s/@]{1,128})(?=@)", RegexOptions.None, LongestMatch)]
    private static partial Regex UrlPassword();

    [GeneratedRegex(@"\b(?:Bearer|Basic|Token)\s{1,3}(?<hide>[\w+/=.~-]{8,})", RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Header();

    [GeneratedRegex(
        @"\b(?:\w{0,20}(?:AccountKey|SharedAccessKey|SharedAccessSignature|ClientSecret|client_secret|access_token|refresh_token"
        + @"|secret_?key|SecretAccessKey|password|passwd|pwd))[""']?\s{0,3}=\s{0,3}(?<hide>""[^""\n]{1,200}""|'[^'\n]{1,200}'|[^\s;&""']+)"
        + @"|[?&](?:sig|token|code|key)=(?<hide>[^&\s]{8,})",
        RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"\b(?:password|passwort|passwd|pwd|passphrase|kennwort|pin|puk|tan|secret|token|(?:api|access|secret)[_ -]?key|otp"
        + @"|zugangscode|one[ -]time[ -]code|mot de passe|contraseña|senha|wachtwoord)\b"
        + @"[""']?(?:\s{1,3}(?:is|ist|lautet|est|es)\s{1,3}|\s{0,3}[=:]\s{0,3})"
        + @"(?<hide>""[^""\n]{1,200}""|'[^'\n]{1,200}'|\S{1,400})",
        RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Named();

    /// <summary>What is said of a password, and is none.</summary>
    [GeneratedRegex(
        @"^(?:expired?|expiring|invalid|wrong|incorrect|correct|right|not|no|required|missing|locked|reset|changed|too|the|a|an"
        + @"|being|rejected|refused|denied|accepted|still|now|always|never|asked|needed|empty|blank|unknown|forgotten|lost|stored"
        + @"|set|valid|weak|long|short|only|case|abgelaufen|falsch|ungültig|nicht|kein|gesperrt|leer|zu|unbekannt|vergessen"
        + @"|richtig|gültig|noch|nun|immer|erforderlich|weg|expiré|incorrecte?|invalide)\b[.,;:!?)]*$",
        RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Verdicts();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.None, LongestMatch)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, LongestMatch)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])", RegexOptions.None, LongestMatch)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])", RegexOptions.None, LongestMatch)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(
        @"(?<![\w.])(?<!\b(?:version|ver|release|build|v)[ .:=]{0,2})\d{1,3}(?:\.\d{1,3}){3}(?!\.?[\w])",
        RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?)(?![\w:])",
        RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex LongAddress();

    [GeneratedRegex(
        @"\+\d[\d ()/-]{6,18}\d|(?<![\w.-])0\d{1,4}[ /-]\d[\d -]{4,14}\d(?![\w-])|\(\d{3}\) ?\d{3}-\d{4}"
        + @"|(?<![\w.-])\d{3}[-.]\d{3}[-.]\d{4}(?![\w-])",
        RegexOptions.None, LongestMatch)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}", RegexOptions.None, LongestMatch)]
    private static partial Regex Date();
}
