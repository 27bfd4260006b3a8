using System.Text;

namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>An entity group transaction as the multipart text that the service documents.</summary>
internal static class BatchBody
{
    public static string ContentType(string id) => $"multipart/mixed; boundary=batch_{id}";

    public static byte[] Write(string id, string table, IEnumerable<byte[]> entities)
    {
        using var body = new MemoryStream();
        Line(body, $"--batch_{id}\r\nContent-Type: multipart/mixed; boundary=changeset_{id}\r\n");
        foreach (var entity in entities)
        {
            Line(body, $"--changeset_{id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
            Line(body, $"POST {table} HTTP/1.1\r\nContent-Type: application/json");
            Line(body, "Accept: application/json;odata=minimalmetadata");
            Line(body, "Prefer: return-no-content\r\nDataServiceVersion: 3.0\r\n");
            body.Write(entity);
            Line(body, "");
        }

        Line(body, $"--changeset_{id}--\r\n--batch_{id}--");
        return body.ToArray();
    }

    private static void Line(MemoryStream body, string text) => body.Write(Encoding.ASCII.GetBytes(text + "\r\n"));
}
