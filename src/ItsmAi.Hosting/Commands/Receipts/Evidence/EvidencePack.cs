using System.Security.Cryptography;
using System.Text;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Commands.Receipts.Evidence;

/// <summary>
/// The receipts of a period with what it takes to check them without us: the lines as they were hashed, the anchors, a
/// manifest, sums over all of it, and a script of a page.
/// </summary>
internal sealed class EvidencePack(IRecordStore store, IAnchorStore anchors, string folder, TimeProvider clock)
{
    private static readonly string[] Files = ["receipts.jsonl", "anchors.jsonl", "manifest.json", "README.txt", "check.sh"];

    /// <returns>How many receipts and anchors it holds.</returns>
    public async Task<(long Receipts, int Anchors)> Write(Period period, CancellationToken stop)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new FormatException($"out: \"{folder}\" is not an empty folder; use a new one");
        Directory.CreateDirectory(folder);
        var shards = await Reach(period, stop);
        await using (var lines = File.Create(PathOf("receipts.jsonl")))
        {
            foreach (var shard in shards) await Pack(shard, lines, stop);
        }

        var witnesses = await Witnesses(period, shards, stop);
        await using (var lines = File.Create(PathOf("anchors.jsonl")))
        {
            foreach (var anchor in witnesses) await WriteLine(lines, anchor.Content, stop);
        }

        var packed = shards.Where(shard => !shard.IsEmpty).ToList();
        await File.WriteAllBytesAsync(PathOf("manifest.json"), Manifest.Write(period, packed, witnesses, clock.GetUtcNow()), stop);
        foreach (var text in new[] { "README.txt", "check.sh" }) await Unpack(text, stop);
        await Sum(stop);
        return (packed.Sum(shard => shard.Last - shard.First + 1), witnesses.Count);
    }

    private async Task<List<PackedShard>> Reach(Period period, CancellationToken stop)
    {
        var shards = Enumerable.Range(0, ReceiptAddress.Shards).Select(shard => new PackedShard(shard)).ToList();
        foreach (var shard in shards)
        {
            await foreach (var (sequence, content) in DecisionBook.Lines(store, shard.Shard, stop))
            {
                if (PackedShard.Read(content) is { } line && period.Holds(line.Receipt.At)) shard.Reach(sequence);
            }
        }

        return shards;
    }

    private async Task Pack(PackedShard shard, Stream lines, CancellationToken stop)
    {
        if (shard.IsEmpty) return;
        await foreach (var (sequence, content) in DecisionBook.Lines(store, shard.Shard, stop))
        {
            if (!shard.Holds(sequence)) continue;
            shard.Pack(sequence, content);
            await WriteLine(lines, content, stop);
        }
    }

    /// <summary>From the last anchor before the period to the first that saw all of it.</summary>
    private async Task<List<StoredAnchor>> Witnesses(Period period, List<PackedShard> shards, CancellationToken stop)
    {
        var witnesses = new List<StoredAnchor>();
        await foreach (var stored in anchors.Read(stop))
        {
            var anchor = Anchor.Read(stored.Content);
            if (anchor is not null && anchor.At <= period.From) witnesses.Clear();
            witnesses.Add(stored);
            if (anchor is not null && anchor.At >= period.Until
                && shards.TrueForAll(shard => anchor.Heads.Any(head => head.Shard == shard.Shard && head.Last >= shard.Last)))
            {
                break;
            }
        }

        return witnesses;
    }

    private async Task Unpack(string name, CancellationToken stop)
    {
        await using var text = typeof(EvidencePack).Assembly.GetManifestResourceStream($"evidence/{name}")!;
        await using var file = File.Create(PathOf(name));
        await text.CopyToAsync(file, stop);
    }

    private async Task Sum(CancellationToken stop)
    {
        var sums = new StringBuilder();
        foreach (var name in Files)
        {
            await using var file = File.OpenRead(PathOf(name));
            sums.Append($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop))}  {name}\n");
        }

        await File.WriteAllTextAsync(PathOf("SHA256SUMS"), sums.ToString(), stop);
    }

    private static async Task WriteLine(Stream lines, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        await lines.WriteAsync(content, stop);
        lines.WriteByte((byte)'\n');
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
