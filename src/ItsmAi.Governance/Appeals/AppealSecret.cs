using System.Security.Cryptography;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Appeals;

/// <summary>The secret that appeal links are made with: drawn once, kept in the store and nowhere else.</summary>
public static class AppealSecret
{
    private static readonly RecordKey Key = new("settings", "appeals", "secret");

    /// <summary>The key made with the store's secret; the first call draws it.</summary>
    public static async Task<AppealKey> In(IRecordStore store, CancellationToken stop)
    {
        while (true)
        {
            if (await store.Find(Key, stop) is { } row) return new AppealKey(row.Content.Span);
            await store.Insert(new NewRecord(Key, RandomNumberGenerator.GetBytes(AppealKey.SecretBytes)), stop);
        }
    }
}
