using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>
/// Reads what is wrong from a header, from OData's JSON, or from the XML that refused signatures come in.
/// </summary>
internal static class StorageFault
{
    public static (string Code, string Says) Read(Response response, ReadOnlyMemory<byte> content)
    {
        var (code, says) = Read(content);
        return response.Headers.TryGetValue("x-ms-error-code", out var named) ? (named, says) : (code, says);
    }

    public static (string Code, string Says) Read(ReadOnlyMemory<byte> content) =>
        FromJson(content) ?? FromXml(content) ?? ("", Beginning(content));

    private static string Beginning(ReadOnlyMemory<byte> content) =>
        Encoding.UTF8.GetString(content.Span[..Math.Min(200, content.Length)]);

    private static (string Code, string Says)? FromJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var error = document.RootElement.GetProperty("odata.error");
            return (
                error.GetProperty("code").GetString() ?? "",
                error.GetProperty("message").GetProperty("value").GetString() ?? "");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (string Code, string Says)? FromXml(ReadOnlyMemory<byte> content)
    {
        try
        {
            var root = XElement.Parse(Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF'));
            return (Part(root, "Code"), Part(root, "Message"));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Part(XElement root, string name) =>
        root.Elements().FirstOrDefault(
            part => string.Equals(part.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
}
