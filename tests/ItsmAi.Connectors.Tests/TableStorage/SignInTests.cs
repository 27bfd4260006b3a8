using System.Security.Cryptography;
using System.Text;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>Each way to sign in, against the emulator, which checks signatures.</summary>
public sealed class SignInTests(Azurite azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shared_access_signature_opens_rows_transactions_and_blobs()
    {
        var options = await azurite.Options(Stop) with { Account = null, Key = null, Sas = Sas("rwdlacu") };

        await Use(new TableRecordStore(options, TimeProvider.System), "bysignature");
    }

    [Fact]
    public async Task A_connection_string_opens_them_too()
    {
        await azurite.Options(Stop);
        var options = TableStorageOptions.FromConnectionString(
            $"DefaultEndpointsProtocol=http;AccountName={Azurite.Account};AccountKey={Azurite.Key};" +
            $"BlobEndpoint={azurite.Blobs};TableEndpoint={azurite.Tables};");

        await Use(new TableRecordStore(options, TimeProvider.System), "byconnection");
    }

    [Fact]
    public async Task A_signature_that_allows_too_little_or_a_wrong_key_leaves_the_store_unavailable()
    {
        var options = await azurite.Options(Stop);
        var record = new NewRecord(new RecordKey("refused", "p", "r"), default);

        foreach (var refused in new[]
        {
            options with { Key = Convert.ToBase64String(new byte[64]) },
            options with { Key = null, Sas = Sas("r") },
        })
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(
                () => new TableRecordStore(refused, TimeProvider.System).Insert(record, Stop));
            Assert.Contains(" 403 Auth", error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task Use(TableRecordStore store, string collection)
    {
        var key = new RecordKey(collection, "p/1", "r#1");
        Assert.IsType<WriteAnswer.Written>(await store.Insert(new NewRecord(key, new byte[1_000_000]), Stop));
        Assert.IsType<WriteAnswer.Written>(await store.InsertTogether(
            [new NewRecord(key with { Row = "a" }, default), new NewRecord(key with { Row = "b" }, default)], Stop));
        Assert.IsType<WriteAnswer.Written>(
            await store.Insert(new NewRecord(key with { Row = "large" }, new byte[9_000_000]), Stop));
        var rows = await store.Read(collection, "p/1", null, null, Stop).ToListAsync(Stop);
        Assert.Equal([0, 0, 9_000_000, 1_000_000], rows.Select(row => row.Content.Length));
    }

    // An account's signature for blobs and tables, as the service documents its text for this version.
    private static string Sas(string allowed)
    {
        const string From = "2020-01-01T00:00:00Z", Until = "2090-01-01T00:00:00Z", Version = "2019-02-02";
        var text = $"{Azurite.Account}\n{allowed}\nbt\nsco\n{From}\n{Until}\n\nhttps,http\n{Version}\n";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Azurite.Key), Encoding.UTF8.GetBytes(text));
        return $"sv={Version}&ss=bt&srt=sco&sp={allowed}&st={Uri.EscapeDataString(From)}"
            + $"&se={Uri.EscapeDataString(Until)}&spr=https,http"
            + $"&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}";
    }
}
