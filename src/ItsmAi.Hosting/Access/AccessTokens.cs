using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Access;

/// <summary>
/// The tokens that let people and programs in. A secret is shown once; two rows keep what is known of it, one found by
/// the secret's hash and one that holds the name, so that a name is given once.
/// </summary>
public sealed class AccessTokens(IRecordStore store, TimeProvider clock)
{
    // The prefix lets scanners of source code recognise a token that was committed by mistake.
    private const string Prefix = "itsmai_";
    private const int SecretBytes = 32;
    private const string Collection = "tokens";
    private const string Partition = "tokens";

    /// <summary>A new token's secret; null when the name is taken.</summary>
    public async Task<string?> Create(string name, Role role, TimeSpan? lifetime, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetUtcNow();
        var token = new AccessToken(name, role, HashOf(secret), now, now + lifetime);
        var content = JsonSerializer.SerializeToUtf8Bytes(token, AccessJson.Default.AccessToken);
        var answer = await store.InsertTogether(
            [new NewRecord(ByName(name), content), new NewRecord(ByHash(token.Hash), content)], stop);
        return answer is WriteAnswer.Written ? secret : null;
    }

    /// <summary>Who calls with the secret; null when it is none of ours, revoked or expired.</summary>
    public async Task<Caller?> Find(string secret, CancellationToken stop) =>
        await store.Find(ByHash(HashOf(secret)), stop) is { } record
        && Parse(record) is { } token && token.IsGood(clock.GetUtcNow())
            ? new Caller(new Person(token.Name), token.Role)
            : null;

    public async IAsyncEnumerable<AccessToken> List([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var record in store.Read(Collection, Partition, "name-", "name.", stop)) yield return Parse(record);
    }

    /// <summary>Makes the token useless at once; false when there is none of that name.</summary>
    public async Task<bool> Revoke(string name, CancellationToken stop)
    {
        if (await store.Find(ByName(name), stop) is not { } record) return false;
        // The hash first: should we die in between, the name can be revoked again.
        var hash = ByHash(Parse(record).Hash);
        if (await store.Find(hash, stop) is { } row) await store.Delete(hash, row.Version, stop);
        await store.Delete(record.Key, record.Version, stop);
        return true;
    }

    private static AccessToken Parse(Record record) =>
        JsonSerializer.Deserialize(record.Content.Span, AccessJson.Default.AccessToken)
        ?? throw new InvalidOperationException($"{record.Key} holds no token");

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static RecordKey ByName(string name) => new(Collection, Partition, "name-" + name);

    private static RecordKey ByHash(string hash) => new(Collection, Partition, "hash-" + hash);
}
