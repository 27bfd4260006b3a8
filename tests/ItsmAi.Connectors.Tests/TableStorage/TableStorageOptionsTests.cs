using System.Text.Json;
using Azure.Identity;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Connectors.TableStorage.Rows;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.TableStorage;

public sealed class TableStorageOptionsTests
{
    private static readonly TableStorageOptions Good = new()
    {
        Tables = new Uri("https://account.table.core.windows.net"),
        Blobs = new Uri("https://account.blob.core.windows.net"),
        Account = "account",
        Key = "c2VjcmV0",
    };

    [Fact]
    public void An_option_that_is_not_acceptable_is_named()
    {
        Good.Check();
        var byToken = Good with { Key = null, Credential = new AzureCliCredential() };
        byToken.Check();
        foreach (var (options, says) in new[]
        {
            (Good with { Key = null }, "credential: 0 ways"),
            (Good with { Sas = "sig=1" }, "credential: 2 ways"),
            (Good with { Key = "not base64" }, "key: it is not base64"),
            (Good with { Account = null }, "account: "),
            (Good with { TablePrefix = "a-b" }, "tablePrefix: \"a-b\""),
            (Good with { Container = "Upper" }, "container: \"Upper\""),
            (Good with { MostRetries = -1 }, "mostRetries: -1"),
            (byToken with { Tables = new Uri("http://account") }, "tables: "),
        })
        {
            Assert.StartsWith(says, Assert.Throws<ArgumentException>(options.Check).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_secret_is_not_shown() =>
        Assert.Equal("table storage at https://account.table.core.windows.net/", Good.ToString());

    [Theory]
    [InlineData(
        "UseDevelopmentStorage=true",
        "http://127.0.0.1:10002/devstoreaccount1", "http://127.0.0.1:10000/devstoreaccount1")]
    [InlineData(
        "AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.usgovcloudapi.net",
        "https://a.table.core.usgovcloudapi.net/", "https://a.blob.core.usgovcloudapi.net/")]
    [InlineData(
        "TableEndpoint=https://t.example/;BlobEndpoint=https://b.example/;SharedAccessSignature=sv=1&sig=a%3D",
        "https://t.example/", "https://b.example/")]
    public void A_connection_string_names_both_services(string text, string tables, string blobs)
    {
        var options = TableStorageOptions.FromConnectionString(text);

        options.Check();
        Assert.Equal((tables, blobs), (options.Tables.AbsoluteUri, options.Blobs.AbsoluteUri));
    }

    [Fact]
    public void A_connection_string_that_names_no_account_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableStorageOptions.FromConnectionString("AccountKey=c2VjcmV0"));

    [Fact]
    public void The_largest_entity_keeps_within_what_the_service_takes()
    {
        var key = new RecordKey("receipts", new string('/', 200), new string('\uD800', 200));
        var json = EntityJson.Write(new NewRecord(key, new byte[EntityJson.LargestContent]), null, new string('x', 36));

        using var entity = JsonDocument.Parse(json);
        var size = 4;
        foreach (var property in entity.RootElement.EnumerateObject().Where(one => !one.Name.Contains('@')))
            size += 8 + (2 * property.Name.Length) + Size(property.Value);
        // The service counts 1 MiB over names and values, and 64 KiB over a value.
        Assert.InRange(size, 900_000, 1_048_576);
    }

    private static int Size(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return 4;
        if (!value.TryGetBytesFromBase64(out var bytes) || bytes.Length < 1000)
            return 4 + (2 * value.GetString()!.Length);
        Assert.True(bytes.Length <= 65_536);
        return 4 + bytes.Length;
    }
}
