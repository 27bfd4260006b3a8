using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ItsmAi.Connectors.Yaml;

/// <summary>
/// A YAML mapping read field by field, strictly: an unknown field, a missing one or a wrong value is a
/// <see cref="YamlFaultException"/> that names the field, the value, the place and what would be accepted.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly string _path;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string path)
    {
        _node = node;
        _path = path;
    }

    /// <summary>The line where the mapping begins, counted from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <exception cref="YamlFaultException">The text is not one YAML mapping.</exception>
    public static YamlMap Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new YamlFaultException(error.Start.Line, error.Start.Column, $"this is not YAML: {error.Message}");
        }

        if (stream.Documents.Count == 0) throw new YamlFaultException(1, 1, "the file is empty");
        return stream.Documents[0].RootNode is YamlMappingNode root
            ? new YamlMap(root, "")
            : throw Fault(stream.Documents[0].RootNode, "the file must be a mapping of fields");
    }

    public bool Has(string field) => Node(field) is not null;

    public string Text(string field) => TextOrNull(field) ?? throw Missing(field);

    public string? TextOrNull(string field) => Node(field) is { } node ? Scalar(node, field) : null;

    public double? Number(string field, double from, double to) => Parsed<double>(
        field,
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to ? number : null,
        $"a number from {from} to {to}");

    public int? Whole(string field, int from, int to) => Parsed<int>(
        field,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to ? number : null,
        $"a whole number from {from} to {to}");

    public bool? Flag(string field) => Parsed<bool>(
        field, text => text switch { "true" => true, "false" => false, _ => null }, "true or false");

    /// <summary>A length of time such as <c>90s</c>, <c>30m</c>, <c>8h</c> or <c>2d</c>.</summary>
    public TimeSpan? Duration(string field) => Parsed(field, YamlDuration.Read, "a length of time such as 90s, 30m, 8h or 2d");

    public Uri? Url(string field)
    {
        var text = TextOrNull(field);
        if (text is null) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw Wrong(field, text, "an http or https URL");
    }

    public TName? OneOf<TName>(string field)
        where TName : struct, Enum => Parsed(field, Name<TName>, Accepted<TName>());

    public IReadOnlyList<string> Texts(string field) =>
        Items(field) is { } items ? [.. items.Select(item => Scalar(item, field))] : [];

    public IReadOnlyList<TName> Several<TName>(string field)
        where TName : struct, Enum =>
        Items(field) is not { } items
            ? []
            : [.. items.Select(item => Name<TName>(Scalar(item, field))
                ?? throw Fault(item, $"{_path}{field}: \"{Scalar(item, field)}\" is not {Accepted<TName>()}"))];

    public IReadOnlyList<YamlMap> Maps(string field) =>
        Items(field) is not { } items
            ? []
            : [.. items.Select((item, index) => item is YamlMappingNode map
                ? new YamlMap(map, $"{_path}{field}[{index + 1}].")
                : throw Fault(item, $"{_path}{field}[{index + 1}]: a mapping of fields is expected"))];

    public YamlMap? Map(string field) => Node(field) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, $"{_path}{field}."),
        var other => throw Fault(other, $"{_path}{field}: a mapping of fields is expected"),
    };

    /// <summary>The fields of a mapping whose names are free, such as category to team.</summary>
    public IReadOnlyDictionary<string, string> Pairs()
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in _node.Children)
        {
            var name = Scalar(key, "name");
            _asked.Add(name);
            pairs[name] = Scalar(value, name);
        }

        return pairs;
    }

    /// <summary>Call it after the last field was read.</summary>
    /// <exception cref="YamlFaultException">
    /// There is a field that nobody asked for: a typing error would else be silence.
    /// </exception>
    public void RefuseOthers()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = Scalar(key, "field");
            if (!_asked.Contains(name))
            {
                throw Fault(key, $"{_path}{name}: no such field; there are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
            }
        }
    }

    public YamlFaultException Wrong(string field, string value, string accepted) =>
        Fault(Node(field) ?? _node, $"{_path}{field}: \"{value}\" is not {accepted}");

    private YamlFaultException Missing(string field) => Fault(_node, $"{_path}{field}: is missing");

    private TValue? Parsed<TValue>(string field, Func<string, TValue?> read, string accepted)
        where TValue : struct =>
        TextOrNull(field) is not { } text ? null : read(text) ?? throw Wrong(field, text, accepted);

    private static TName? Name<TName>(string text)
        where TName : struct, Enum =>
        Array.Exists(Enum.GetNames<TName>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ? Enum.Parse<TName>(text, ignoreCase: true)
            : null;

    private static string Accepted<TName>()
        where TName : struct, Enum => $"one of {string.Join(", ", Enum.GetNames<TName>())}";

    private YamlNode? Node(string field)
    {
        _asked.Add(field);
        return _node.Children.TryGetValue(new YamlScalarNode(field), out var node) ? node : null;
    }

    private IList<YamlNode>? Items(string field) => Node(field) switch
    {
        null => null,
        YamlSequenceNode list => list.Children,
        var other => throw Fault(other, $"{_path}{field}: a list is expected"),
    };

    private string Scalar(YamlNode node, string field) =>
        node is YamlScalarNode { Value: { } text } ? text : throw Fault(node, $"{_path}{field}: a plain value is expected");

    private static YamlFaultException Fault(YamlNode node, string says) => new(node.Start.Line, node.Start.Column, says);
}
