using ItsmAi.Learning.Bytes;

namespace ItsmAi.Learning.Retrieval;

/// <summary>
/// The texts of every word and their counts as they come from bytes, checked to be in order and in range.
/// </summary>
internal sealed record PostingLists(int[] Starts, int[] Texts, byte[] Counts)
{
    public static PostingLists Read(ref ByteReader reader, int words, int texts)
    {
        int[] starts = new int[words + 1];
        var found = new List<int>();
        var counts = new List<byte>();
        for (int word = 0; word < words && !reader.Failed; word++)
        {
            uint length = reader.Small();
            reader.Expect(length <= texts);
            int previous = -1;
            for (uint at = 0; at < length && !reader.Failed; at++)
            {
                long text = previous + (long)reader.Small();
                uint count = reader.Small();
                reader.Expect(text > previous && text < texts && count is > 0 and < 256);
                previous = (int)text;
                found.Add(previous);
                counts.Add((byte)count);
            }
            starts[word + 1] = found.Count;
        }
        return new PostingLists(starts, [.. found], [.. counts]);
    }
}
