using System.Globalization;

namespace ItsmAi.Governance.Redacting;

/// <summary>What tells numbers that mean money or a machine from numbers that do not.</summary>
internal static class CheckDigits
{
    /// <summary>The Luhn formula (ISO/IEC 7812-1), over 13 to 19 digits that are not all the same.</summary>
    public static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length is < 13 or > 19 || Array.TrueForAll(digits, digit => digit == digits[0])) return false;
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)];
            if (at % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// How many letters are an IBAN: the remainder by 97 (ISO 7064) is 1, as ISO 13616 asks; a word after it is none of it.
    /// </summary>
    public static int Iban(string text)
    {
        for (var length = text.Length; length >= 15; length = text.LastIndexOf(' ', length - 1))
            if (IsIban(text[..length].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())) return length;
        return 0;
    }

    /// <summary>Four numbers of a byte each; a version's parts are often larger.</summary>
    public static bool IsAddress(string text) =>
        text.Split('.').All(part => int.Parse(part, CultureInfo.InvariantCulture) <= 255);

    private static bool IsIban(string plain)
    {
        if (plain.Length is < 15 or > 34) return false;
        var rest = 0;
        foreach (var letter in plain[4..] + plain[..4])
            rest = char.IsAsciiDigit(letter) ? ((rest * 10) + letter - '0') % 97 : ((rest * 100) + letter - 'A' + 10) % 97;
        return rest == 1;
    }
}
