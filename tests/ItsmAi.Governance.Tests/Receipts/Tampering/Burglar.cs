using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Tests.Receipts.Tampering;

/// <summary>Does one thing to a history, and says where a walk has to name it; null where it cannot be done to this one.</summary>
internal sealed class Burglar(History history, Random random)
{
    public static IReadOnlyList<string> Crafts { get; } =
    [
        "edit a line", "edit a pointer", "delete a line", "delete a pointer", "delete both", "swap two lines",
        "copy a line to the end", "plant a row", "plant a pointer", "forge a line and its pointer", "cut off the end", "rewrite from a row on",
        "insert and shift the rest", "take a row out and close the gap",
    ];

    /// <param name="Shard">Null: in no shard.</param>
    public sealed record Place(int? Shard, long From, long Until);

    public Place? Do(string craft)
    {
        var shard = history.Shards[random.Next(history.Shards.Count)];
        var last = history.LastOf(shard);
        var sequence = random.NextInt64(1, last + 1);
        var here = new Place(shard, sequence, sequence);
        switch (craft)
        {
            case "edit a line": return Edit(ReceiptAddress.Line(shard, sequence), here);
            case "edit a pointer": return Edit(PointerOf(shard, sequence), here);
            case "delete a line": return Delete(here, ReceiptAddress.Line(shard, sequence));
            case "delete a pointer": return Delete(here, PointerOf(shard, sequence));
            case "delete both" when sequence < last || Anchored(shard) == last:
                return Delete(here, PointerOf(shard, sequence), ReceiptAddress.Line(shard, sequence));
            case "swap two lines" when sequence < last: return Swap(shard, sequence);
            case "copy a line to the end":
                history.Store.Plant(ReceiptAddress.Line(shard, last + 1), history.Store.Content(ReceiptAddress.Line(shard, sequence)));
                return new Place(shard, last + 1, last + 1);
            case "plant a row": return PlantRow(shard);
            case "plant a pointer":
                history.Store.Plant(ReceiptAddress.Pointer(shard, $"{shard}-forged"), history.Store.Content(PointerOf(shard, sequence)));
                return here;
            case "forge a line and its pointer" when sequence < last: return Forge(shard, sequence);
            case "cut off the end" when Anchored(shard) >= sequence: return CutOff(shard, sequence, last);
            case "rewrite from a row on" when Anchored(shard) >= sequence:
                return Rewrite(shard, sequence, lines => lines[0] = lines[0] with { Because = "another story" });
            case "insert and shift the rest" when Anchored(shard) >= sequence:
                return Rewrite(shard, sequence, lines => lines.Insert(0, lines[0] with { Id = $"{shard}-forged", Because = "forged" }));
            case "take a row out and close the gap" when Anchored(shard) >= sequence && sequence < last:
                return Rewrite(shard, sequence, lines => lines.RemoveAt(0));
            default: return null;
        }
    }

    private long Anchored(int shard) => history.AnchoredOf(shard) is [.., var last] ? last : 0;

    private RecordKey PointerOf(int shard, long sequence) => ReceiptAddress.Pointer(shard, LineAt(shard, sequence).Receipt.Id);

    private ReceiptLine LineAt(int shard, long sequence) =>
        DecisionBook.Parse(history.Store.Content(ReceiptAddress.Line(shard, sequence)));

    private Place Edit(RecordKey key, Place place)
    {
        history.Store.Tamper(key, content =>
        {
            var changed = (byte[])content.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            return changed;
        });
        return place;
    }

    private Place Delete(Place place, params RecordKey[] keys)
    {
        foreach (var key in keys) history.Store.Tamper(key, _ => null);
        return place;
    }

    private Place Swap(int shard, long sequence)
    {
        var (one, other) = (ReceiptAddress.Line(shard, sequence), ReceiptAddress.Line(shard, sequence + 1));
        var content = history.Store.Content(one);
        history.Store.Plant(one, history.Store.Content(other));
        history.Store.Plant(other, content);
        return new Place(shard, sequence, sequence);
    }

    private Place PlantRow(int shard)
    {
        var last = history.LastOf(shard);
        (string Partition, string Row, Place Where)[] rows =
        [
            (ReceiptAddress.Partition(shard), $"s-{last:D12}x", new Place(shard, last + 1, last + 1)),
            (ReceiptAddress.Partition(shard), "s-1", new Place(shard, last + 1, last + 1)),
            (ReceiptAddress.Partition(shard), "t-1", new Place(shard, 0, 0)),
            (ReceiptAddress.Partition(shard), "a-1", new Place(shard, 0, 0)),
            ("shard-8", $"s-{1:D12}", new Place(null, 0, 0)),
        ];
        var (partition, row, where) = rows[random.Next(rows.Length)];
        history.Store.Plant(new RecordKey(ReceiptAddress.Collection, partition, row), Encoding.UTF8.GetBytes("{}"));
        return where;
    }

    /// <summary>What follows it was chained to another line, and tells.</summary>
    private Place Forge(int shard, long sequence)
    {
        var line = LineAt(shard, sequence);
        Put(line with { Receipt = line.Receipt with { Because = "another story" } });
        return new Place(shard, sequence + 1, sequence + 1);
    }

    /// <summary>The line with a pointer that agrees with it.</summary>
    private string Put(ReceiptLine line)
    {
        var content = DecisionBook.Write(line);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        history.Store.Plant(ReceiptAddress.Line(line.Shard, line.Sequence), content);
        history.Store.Plant(
            ReceiptAddress.Pointer(line.Shard, line.Receipt.Id),
            JsonSerializer.SerializeToUtf8Bytes(new ReceiptPointer(line.Sequence, hash), ReceiptJson.Default.ReceiptPointer));
        return hash;
    }

    private Place CutOff(int shard, long from, long last)
    {
        for (var sequence = last; sequence >= from; sequence--)
        {
            Delete(new Place(shard, 0, 0), PointerOf(shard, sequence), ReceiptAddress.Line(shard, sequence));
        }

        return new Place(shard, from, Anchored(shard));
    }

    /// <summary>Rewrites every line from there on, with links, hashes and pointers that agree.</summary>
    private Place Rewrite(int shard, long from, Action<List<Receipt>> change)
    {
        var anchored = history.AnchoredOf(shard);
        var last = history.LastOf(shard);
        var receipts = new List<Receipt>();
        var previous = LineAt(shard, from).Previous;
        for (var sequence = last; sequence >= from; sequence--)
        {
            receipts.Insert(0, LineAt(shard, sequence).Receipt);
            Delete(new Place(shard, 0, 0), PointerOf(shard, sequence), ReceiptAddress.Line(shard, sequence));
        }

        change(receipts);
        for (var at = 0; at < receipts.Count; at++)
        {
            previous = Put(new ReceiptLine(shard, from + at, previous, receipts[at]));
        }

        // What the anchors can tell is the stretch between the last that fits and the first that does not.
        var until = anchored.First(sequence => sequence >= from);
        return until > from + receipts.Count - 1
            ? new Place(shard, from + receipts.Count, until)
            : new Place(shard, anchored.LastOrDefault(sequence => sequence < from) + 1, until);
    }
}
