using System.Globalization;

namespace ItsmAi.Connectors.Yaml;

/// <summary>Lengths of time as people write them in a file: a whole number and s, m, h or d.</summary>
internal static class YamlDuration
{
    public static TimeSpan? Read(string text)
    {
        if (text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
