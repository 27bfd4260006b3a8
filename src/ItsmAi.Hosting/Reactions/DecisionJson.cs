using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Receipts as the API shows them: the very lines that were hashed, as one JSON array.</summary>
internal static class DecisionJson
{
    public static byte[] Lines(IEnumerable<ReceiptLine> lines)
    {
        using var buffer = new MemoryStream();
        buffer.WriteByte((byte)'[');
        var first = true;
        foreach (var line in lines)
        {
            if (!first) buffer.WriteByte((byte)',');
            buffer.Write(DecisionBook.Write(line));
            first = false;
        }

        buffer.WriteByte((byte)']');
        return buffer.ToArray();
    }
}
