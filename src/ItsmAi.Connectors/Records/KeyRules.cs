using System.Text.RegularExpressions;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Records;

/// <summary>What each part of a record's key may be; every store refuses the same ones.</summary>
internal static partial class KeyRules
{
    private const int LongestPart = 200;

    public static void Check(RecordKey key)
    {
        CheckCollection(key.Collection);
        CheckPart(key.Partition, "partition");
        CheckPart(key.Row, "row");
    }

    public static void CheckCollection(string collection)
    {
        if (!Collection().IsMatch(collection))
        {
            throw new ArgumentException(
                $"collection: \"{collection}\" is not a name; use 3 to 40 of a to z and 0 to 9, a letter first",
                nameof(collection));
        }
    }

    public static void CheckPart(string text, string part)
    {
        if (text.Length is 0 or > LongestPart || text.Any(char.IsControl))
        {
            throw new ArgumentException(
                $"{part}: \"{text}\" is not acceptable; use 1 to {LongestPart} characters, none for control",
                part);
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]{2,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Collection();
}
