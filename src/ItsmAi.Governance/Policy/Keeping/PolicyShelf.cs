using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>
/// Where policies lie: a partition a version, with its text, its authors and its approvals, all of them only ever
/// inserted; and one pointer to the version in force.
/// </summary>
public sealed class PolicyShelf(IRecordStore store)
{
    private const string Collection = "policies";
    private const string VersionPrefix = "version-";
    private static readonly RecordKey Pointer = new(Collection, "active", "pointer");

    /// <summary>What is in force; null before the first.</summary>
    public async Task<PolicyPointer?> Active(CancellationToken stop) =>
        await store.Find(Pointer, stop) is { } row ? Parse(row, PolicyKeepingJson.Default.PolicyPointer) : null;

    public async Task<KeptPolicy?> Find(string version, CancellationToken stop) =>
        version.Length > 0 && await store.Find(TextOf(version), stop) is { } row
            ? Parse(row, PolicyKeepingJson.Default.KeptPolicy)
            : null;

    public async IAsyncEnumerable<KeptPolicy> All([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var partition in store.Partitions(Collection, stop))
        {
            if (!partition.StartsWith(VersionPrefix, StringComparison.Ordinal)) continue;
            if (await Find(partition[VersionPrefix.Length..], stop) is { } kept) yield return kept;
        }
    }

    public Task<IReadOnlyList<PolicySignature>> Authors(string version, CancellationToken stop) =>
        Signatures(version, "author-", stop);

    /// <summary>The approvals for becoming number <paramref name="sequence"/>; for another turn they are worth nothing.</summary>
    public Task<IReadOnlyList<PolicySignature>> Approvals(string version, long sequence, CancellationToken stop) =>
        Signatures(version, ApprovalPrefix(sequence), stop);

    /// <returns>False where another text is kept under this version: what was read is not what would come into force.</returns>
    internal async Task<bool> Keep(KeptPolicy kept, CancellationToken stop)
    {
        var row = new NewRecord(TextOf(kept.Version), Write(kept, PolicyKeepingJson.Default.KeptPolicy));
        return await store.Insert(row, stop) is WriteAnswer.Written
            || (await Find(kept.Version, stop))?.Text.ReplaceLineEndings("\n") == kept.Text.ReplaceLineEndings("\n");
    }

    internal Task AddAuthor(string version, PolicySignature author, CancellationToken stop) =>
        Add(version, "author-", author, stop);

    internal Task AddApproval(string version, long sequence, PolicySignature approval, CancellationToken stop) =>
        Add(version, ApprovalPrefix(sequence), approval, stop);

    /// <summary>Moves the pointer on; one that stands there or further already stays.</summary>
    internal async Task MoveTo(PolicyPointer next, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(Pointer, stop);
            if (row is not null && Parse(row, PolicyKeepingJson.Default.PolicyPointer).Sequence >= next.Sequence) return;
            var record = new NewRecord(Pointer, Write(next, PolicyKeepingJson.Default.PolicyPointer));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    /// <summary>Names behind which one person may stand: nobody approves their own by another spelling.</summary>
    internal static bool IsAmong(IEnumerable<PolicySignature> signatures, Person person) =>
        signatures.Any(one => SegregationOfDuties.MayBeSame(new Person(one.Account), person));

    private Task<WriteAnswer> Add(string version, string prefix, PolicySignature signature, CancellationToken stop)
    {
        var key = new RecordKey(Collection, VersionPrefix + version, prefix + signature.Account.ToLowerInvariant());
        return store.Insert(new NewRecord(key, Write(signature, PolicyKeepingJson.Default.PolicySignature)), stop);
    }

    private async Task<IReadOnlyList<PolicySignature>> Signatures(string version, string prefix, CancellationToken stop)
    {
        var signatures = new List<PolicySignature>();
        var end = prefix[..^1] + '.';
        await foreach (var row in store.Read(Collection, VersionPrefix + version, prefix, end, stop))
        {
            signatures.Add(Parse(row, PolicyKeepingJson.Default.PolicySignature));
        }

        return signatures;
    }

    private static string ApprovalPrefix(long sequence) => $"approval-{sequence:D9}-";

    private static RecordKey TextOf(string version) => new(Collection, VersionPrefix + version, "text");

    private static byte[] Write<T>(T value, JsonTypeInfo<T> form) => JsonSerializer.SerializeToUtf8Bytes(value, form);

    private static T Parse<T>(Record row, JsonTypeInfo<T> form) =>
        JsonSerializer.Deserialize(row.Content.Span, form) ?? throw new JsonException($"{row.Key} holds null");
}
