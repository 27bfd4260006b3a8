using System.Globalization;
using ItsmAi.Connectors.Yaml;

namespace ItsmAi.Connectors.Changes;

/// <summary>Moments as people write them in a file: a day, or a day and a time with its offset.</summary>
internal static class Moments
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK"];

    /// <summary>A day means its first moment; without an offset a time is UTC.</summary>
    public static DateTimeOffset Read(YamlMap map, string field, string text) =>
        DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw map.Wrong(field, text, "a day such as 2026-12-24, or a time such as \"2026-12-24T18:00+01:00\"");
}
