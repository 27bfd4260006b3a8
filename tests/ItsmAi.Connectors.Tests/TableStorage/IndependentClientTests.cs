using System.Diagnostics;
using System.Security.Cryptography;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>Microsoft's own client, in another language, reads what we wrote.</summary>
public sealed class IndependentClientTests(Azurite azurite)
{
    private const string Python = "/usr/bin/python3";

    private const string Reader = """
        import hashlib, sys, urllib.request
        from azure.core.credentials import AzureNamedKeyCredential
        from azure.data.tables import TableClient
        tables, account, key, name = sys.argv[1:]
        client = TableClient(tables, name, credential=AzureNamedKeyCredential(account, key))
        for row in client.list_entities():
            chunks = [row["C%d" % n] for n in range(15) if "C%d" % n in row]
            whole = b"".join(chunks)
            print(row["PartitionKey"], row["RowKey"], row["Size"], max(map(len, chunks), default=0),
                  hashlib.sha256(whole).hexdigest(), row.get("Blob", "-"), sep="\t")
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pythons_client_reads_rows_chunks_and_the_names_of_blobs()
    {
        Assert.SkipUnless(
            File.Exists(Python) && (await Run("-c", "import azure.data.tables")).Code == 0,
            "python3-azure is not installed; run as root: tests/setup/python-azure.sh");
        var store = new TableRecordStore(await azurite.Options(Stop), TimeProvider.System);
        var contents = new Dictionary<string, byte[]>
        {
            ["a.b"] = [],
            ["chunked"] = new byte[917_504],
            ["large"] = new byte[917_505],
        };
        foreach (var (row, content) in contents)
        {
            new Random(content.Length).NextBytes(content);
            await store.Insert(new NewRecord(new RecordKey("python", "rt-main:61", row), content), Stop);
        }

        var (code, output) = await Run(
            "-c", Reader, azurite.Tables.AbsoluteUri, Azurite.Account, Azurite.Key, "itsmaipython");

        Assert.True(code == 0, output);
        Assert.Equal(
            [
                $"rt-main:61\ta.0b\t0\t0\t{Hash([])}\t-",
                $"rt-main:61\tchunked\t917504\t65536\t{Hash(contents["chunked"])}\t-",
                $"rt-main:61\tlarge\t917505\t0\t{Hash([])}\t{Hash(contents["large"])}",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output + await error);
    }
}
