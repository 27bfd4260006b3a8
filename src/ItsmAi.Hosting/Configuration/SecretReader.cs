using ItsmAi.Connectors.Yaml;

namespace ItsmAi.Hosting.Configuration;

/// <summary>
/// Fetches what a configuration names but must not hold: <c>env:NAME</c> or <c>file:PATH</c>, relative to the file.
/// </summary>
internal sealed class SecretReader(Func<string, string?> environment, string folder)
{
    private const string Accepted = "a secret's place; write env:NAME or file:PATH, never the secret itself";

    public string Beside(string path) => Path.GetFullPath(path, folder);

    public string Required(YamlMap map, string field) => Fetch(map, field, map.Text(field));

    public string? Optional(YamlMap map, string field) =>
        map.TextOrNull(field) is { } place ? Fetch(map, field, place) : null;

    public IReadOnlyList<string> Several(YamlMap map, string field) =>
        [.. map.Texts(field).Select(place => Fetch(map, field, place))];

    private string Fetch(YamlMap map, string field, string place)
    {
        if (place.StartsWith("env:", StringComparison.Ordinal))
        {
            return environment(place[4..]) is { Length: > 0 } value
                ? value
                : throw map.Wrong(field, place, "set; the environment variable is empty or missing");
        }

        if (!place.StartsWith("file:", StringComparison.Ordinal)) throw map.Wrong(field, "…", Accepted);
        var path = Beside(place[5..]);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : throw map.Wrong(field, place, "a file that is there");
    }
}
