using System.Text.RegularExpressions;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>What may be a marker: it stands in a mail's subject and in a query.</summary>
internal static partial class Markers
{
    /// <exception cref="ArgumentException">It is no marker.</exception>
    public static string Checked(string marker) => Safe().IsMatch(marker)
        ? marker
        : throw new ArgumentException(
            $"marker: \"{marker}\" is not a marker; use 1 to 120 letters, digits and any of . _ : / + = @ -",
            nameof(marker));

    [GeneratedRegex("^[A-Za-z0-9._:/+=@-]{1,120}$", RegexOptions.None, 100)]
    private static partial Regex Safe();
}
