using System.Text;
using System.Text.Json;

namespace ItsmAi.Hosting.Commands;

/// <summary>Writes one indented JSON object to a command's output.</summary>
internal static class JsonReport
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
