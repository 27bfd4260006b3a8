using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ItsmAi.Desk.Events;

/// <summary>
/// The name of one connected system, such as <c>rt-main</c>: lower case letters, digits and hyphens, at most 40.
/// </summary>
public readonly partial record struct ConnectionName
{
    [JsonConstructor]
    public ConnectionName(string value)
    {
        if (!Pattern().IsMatch(value))
        {
            throw new ArgumentException(
                $"connection: \"{value}\" is not a name; use 1 to 40 lower case letters, digits or hyphens", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public static bool IsName(string value) => Pattern().IsMatch(value);

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
