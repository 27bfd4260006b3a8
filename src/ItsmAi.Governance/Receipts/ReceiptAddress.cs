using System.Security.Cryptography;
using System.Text;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts;

/// <summary>
/// Where receipts lie: one partition a shard, lines under <c>s-</c> and their sequence, pointers under <c>i-</c> and
/// their id. A decision's id begins with its shard, so an id alone leads to it.
/// </summary>
public static class ReceiptAddress
{
    public const string Collection = "receipts";

    /// <summary>A ticket's receipts share a shard and so an order. Eight let a busy desk write side by side.</summary>
    public const int Shards = 8;

    /// <summary>The id of the decision on this subject, action and occasion: the same on every redelivery.</summary>
    public static string DecisionOn(string subject, string action, string occasion)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\n{action}\n{occasion}"));
        return $"{ShardOf(subject)}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}";
    }

    /// <summary>The shard in a decision's or receipt's id; null where the text is no such id.</summary>
    public static int? ShardIn(string id) =>
        id.Length > 2 && id[1] == '-' && id[0] is >= '0' and < (char)('0' + Shards) ? id[0] - '0' : null;

    internal static RecordKey Line(int shard, long sequence) => new(Collection, Partition(shard), $"s-{sequence:D12}");

    internal static long? SequenceIn(RecordKey line) =>
        long.TryParse(line.Row.AsSpan(2), System.Globalization.NumberStyles.None, null, out var sequence) ? sequence : null;

    internal static RecordKey Pointer(int shard, string id) => new(Collection, Partition(shard), $"i-{id}");

    internal static string Partition(int shard) => $"shard-{shard}";

    private static int ShardOf(string subject) => SHA256.HashData(Encoding.UTF8.GetBytes(subject))[0] % Shards;
}
