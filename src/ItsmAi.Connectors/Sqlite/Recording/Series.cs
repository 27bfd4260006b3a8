using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>
/// The rows of a partition that are named by one prefix and a number of exactly twelve digits, as <c>s-000000000042</c>.
/// </summary>
/// <param name="Prefix">Without a digit, so that no hash that happens to end in digits begins a series.</param>
internal readonly record struct Series(string Collection, string Partition, string Prefix)
{
    /// <summary>The first number that twelve digits cannot write.</summary>
    public const long End = 1_000_000_000_000;

    private const int Digits = 12;

    /// <summary>The row's series and its number there; null where it is in none.</summary>
    public static (Series Series, long Number)? Of(RecordKey key)
    {
        var row = key.Row.AsSpan();
        var at = row.Length - Digits;
        if (at < 0 || row[at..].ContainsAnyExceptInRange('0', '9') || row[..at].ContainsAnyInRange('0', '9'))
            return null;
        return (new Series(key.Collection, key.Partition, key.Row[..at]), long.Parse(row[at..]));
    }

    public string RowAt(long number) => $"{Prefix}{number:D12}";

    /// <summary>The first number whose row is not before the text; <see cref="End"/> where all are.</summary>
    public long FirstFrom(string text)
    {
        var (first, end) = (0L, End);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (string.CompareOrdinal(RowAt(middle), text) < 0) first = middle + 1;
            else end = middle;
        }

        return first;
    }
}
