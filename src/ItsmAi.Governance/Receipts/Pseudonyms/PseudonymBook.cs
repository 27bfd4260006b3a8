using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Pseudonyms;

/// <summary>
/// Which pseudonym stands for which account name. Receipts can never be changed and so hold pseudonyms alone; whoever is
/// erased here is a stranger in every receipt, and the chain still holds.
/// </summary>
public sealed class PseudonymBook(IRecordStore store)
{
    private const string Prefix = "p-";
    private const int Digits = 24;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Who is nobody's person: the product's own account, and whoever a desk did not name.</summary>
    private static readonly string[] NobodyInPerson = ["", "itsmai", "unknown"];

    /// <summary>The account's pseudonym, made at first sight; nobody can work it out from the name.</summary>
    public async Task<string> For(string account, CancellationToken stop)
    {
        if (NobodyInPerson.Contains(account, StringComparer.Ordinal) || IsPseudonym(account)) return account;
        while (true)
        {
            if (await Find(NameRow(account), stop) is { } known) return known.Pseudonym;
            var person = new NamedPseudonym(account, $"{Prefix}{RandomNumberGenerator.GetHexString(Digits, lowercase: true)}");
            var content = JsonSerializer.SerializeToUtf8Bytes(person, PseudonymJson.Default.NamedPseudonym);
            NewRecord[] rows = [new(NameRow(account), content), new(Row(person.Pseudonym), content)];
            if (await store.InsertTogether(rows, stop) is WriteAnswer.Written) return person.Pseudonym;
        }
    }

    /// <summary>The name that the pseudonym stands for; the text itself where it is none or was erased.</summary>
    public async Task<string> NameOf(string actor, CancellationToken stop) =>
        IsPseudonym(actor) && await Find(Row(actor), stop) is { } known ? known.Name : actor;

    /// <summary>The pseudonym that the account has already; null where receipts never met it.</summary>
    public async Task<string?> Known(string account, CancellationToken stop) =>
        (await Find(NameRow(account), stop))?.Pseudonym;

    /// <summary>Removes the mapping. The name's own row goes last, so that a repeat finds what is left to do.</summary>
    public async Task Forget(string account, CancellationToken stop)
    {
        if (await Known(account, stop) is not { } pseudonym) return;
        await Remove(Row(pseudonym), stop);
        await Remove(NameRow(account), stop);
    }

    public static bool IsPseudonym(string text) =>
        text.Length == Prefix.Length + Digits && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Hexadecimal);

    private async Task Remove(RecordKey key, CancellationToken stop)
    {
        while (await store.Find(key, stop) is { } row)
        {
            if (await store.Delete(key, row.Version, stop) is WriteAnswer.Written) return;
        }
    }

    private async Task<NamedPseudonym?> Find(RecordKey key, CancellationToken stop) =>
        await store.Find(key, stop) is { } row
            ? JsonSerializer.Deserialize(row.Content.Span, PseudonymJson.Default.NamedPseudonym)
            : null;

    // A name may be longer than a key, or hold what no key may.
    private static RecordKey NameRow(string account) =>
        Row($"n-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.Trim().ToUpperInvariant())))}");

    private static RecordKey Row(string row) => new("people", "pseudonyms", row);
}
