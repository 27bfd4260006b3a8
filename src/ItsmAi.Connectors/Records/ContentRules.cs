using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Records;

/// <summary>How much may be written at once; every store refuses the same.</summary>
internal static class ContentRules
{
    public const int LargestContent = 64 * 1024 * 1024;

    public const int MostTogether = 100;

    public const int LargestTogether = 1024 * 1024;

    public static void Check(NewRecord record)
    {
        KeyRules.Check(record.Key);
        if (record.Content.Length > LargestContent)
        {
            throw new ArgumentException(
                $"content: {record.Content.Length} bytes for {record.Key} are too many; the most is {LargestContent}",
                nameof(record));
        }
    }

    public static void CheckTogether(IReadOnlyList<NewRecord> records)
    {
        if (records.Count is 0 or > MostTogether)
            throw Refused(records, $"{records.Count} records cannot be written together; give 1 to {MostTogether}");

        foreach (var record in records)
            Check(record);

        var first = records[0].Key;
        var keys = new HashSet<RecordKey>();
        foreach (var key in records.Select(record => record.Key))
        {
            if (key.Collection != first.Collection || key.Partition != first.Partition)
                throw Refused(records, $"{key} is not in the partition of {first}; write each partition by itself");
            if (!keys.Add(key))
                throw Refused(records, $"{key} stands twice among them; give each once");
        }

        var size = records.Sum(record => (long)record.Content.Length);
        if (size > LargestTogether)
            throw Refused(records, $"{size} bytes cannot be written together; the most is {LargestTogether}");
    }

    private static ArgumentException Refused(IReadOnlyList<NewRecord> records, string says) =>
        new($"records: {says}", nameof(records));
}
