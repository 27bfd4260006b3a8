using System.Text.Json;
using ItsmAi.Desk.Landscape;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>Reads a service graph from JSON: <c>services</c> with a name each, and <c>dependencies</c> between them.</summary>
internal static class GraphJsonFile
{
    public static FileProblem? Read(string path, out ServiceGraph graph)
    {
        graph = ServiceGraph.Empty;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return new FileProblem($"{path}: {root.ValueKind} instead of an object {{…}}");
            var faults = new List<string>();
            var services = Items(root, "services", faults).Select((item, at) => new ServiceNode(
                Text(item, $"services[{at + 1}]", "name", faults),
                Optional(item, $"services[{at + 1}]", "tier", faults),
                Optional(item, $"services[{at + 1}]", "cluster", faults))).ToList();
            var needs = Items(root, "dependencies", faults).Select((item, at) => new Dependency(
                Text(item, $"dependencies[{at + 1}]", "service", faults),
                Text(item, $"dependencies[{at + 1}]", "dependsOn", faults))).ToList();
            if (faults.Count > 0) return new FileProblem($"{path}: {faults[0]}");
            if (ServiceGraph.Create(services, needs, out var wrong) is { } made) graph = made;
            return wrong.Count == 0 ? null : new FileProblem($"{path}: {wrong[0]}");
        }
        catch (JsonException error)
        {
            return new FileProblem($"{path} line {error.LineNumber + 1}: this is not JSON: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be read: {error.Message}");
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name, List<string> faults)
    {
        if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return list.EnumerateArray();
        faults.Add($"{name}: a list is expected");
        return default;
    }

    private static string Text(JsonElement item, string place, string name, List<string> faults)
    {
        if (Optional(item, place, name, faults) is { Length: > 0 } text) return text;
        faults.Add($"{place}.{name}: is missing; a text is expected");
        return "";
    }

    /// <summary>A tier may be written as a number.</summary>
    private static string? Optional(JsonElement item, string place, string name, List<string> faults)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place}: {item.ValueKind} instead of an object {{…}}");
            return null;
        }

        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number) return value.ToString();
        faults.Add($"{place}.{name}: {value.ValueKind} is not a text");
        return null;
    }
}
