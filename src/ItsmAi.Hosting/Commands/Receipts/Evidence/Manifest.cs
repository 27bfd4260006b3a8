using System.Reflection;
using System.Text.Json;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Hosting.Commands.Receipts.Evidence;

/// <summary>What a pack says of itself: the period, how much of what it holds, and where each shard begins and ends.</summary>
internal static class Manifest
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(
        Period period, IReadOnlyList<PackedShard> shards, IReadOnlyList<StoredAnchor> anchors, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("madeBy", $"itsmai {Version}");
            json.WriteString("madeAt", now);
            json.WriteString("from", period.From);
            json.WriteString("until", period.Until);
            json.WriteNumber("receipts", shards.Sum(shard => shard.Last - shard.First + 1));
            WriteKinds(json, shards);
            WriteShards(json, shards);
            json.WriteStartArray("policyVersions");
            foreach (var policy in shards.SelectMany(shard => shard.Policies).Distinct().Order(StringComparer.Ordinal))
                json.WriteStringValue(policy);
            json.WriteEndArray();
            WriteAnchors(json, anchors);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static string Version =>
        typeof(Manifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static void WriteKinds(Utf8JsonWriter json, IReadOnlyList<PackedShard> shards)
    {
        json.WriteStartObject("kinds");
        foreach (var kind in shards.SelectMany(shard => shard.Kinds).GroupBy(kind => kind.Key, kind => kind.Value, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(kind.Key, kind.Sum());
        }

        json.WriteEndObject();
    }

    private static void WriteShards(Utf8JsonWriter json, IReadOnlyList<PackedShard> shards)
    {
        json.WriteStartArray("shards");
        foreach (var shard in shards)
        {
            json.WriteStartObject();
            json.WriteNumber("shard", shard.Shard);
            json.WriteNumber("first", shard.First);
            json.WriteNumber("last", shard.Last);
            json.WriteString("previous", shard.Previous);
            json.WriteString("hash", shard.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnchors(Utf8JsonWriter json, IReadOnlyList<StoredAnchor> anchors)
    {
        json.WriteStartObject("anchors");
        json.WriteNumber("count", anchors.Count);
        if (anchors.Count > 0)
        {
            json.WriteNumber("first", anchors[0].Sequence);
            json.WriteNumber("last", anchors[^1].Sequence);
        }

        json.WriteEndObject();
    }
}
