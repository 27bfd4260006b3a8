using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Notifications;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Governance.Notices;

namespace ItsmAi.Connectors.Tests.Notifications;

public sealed class WebhookChannelTests
{
    // 32 bytes, as the specification's own examples have them.
    private const string Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDAAAAAAAAAAA=";

    private static readonly HmacScheme Standard = new()
    {
        Header = "webhook-signature", Form = SignatureForm.Base64, Prefix = "v1,", Separator = ' ',
        SignedText = "{id}.{timestamp}.{body}", TimestampHeader = "webhook-timestamp", IdHeader = "webhook-id",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_is_signed_so_that_others_can_tell()
    {
        await using var hook = new ScriptedHook();
        await Send(hook);

        var (headers, body) = Assert.Single(hook.Heard);
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal("a1b2c3", headers["webhook-id"]);
        Assert.True(HmacSignature.Verify(Standard, headers, body, [Secret], now));
        Assert.False(HmacSignature.Verify(Standard, headers, [.. body, 32], [Secret], now));
        Assert.Equal(await ByPython(headers, body), headers["webhook-signature"]);
    }

    [Fact]
    public async Task The_body_says_who_owes_what_by_when()
    {
        await using var hook = new ScriptedHook();
        await Send(hook);

        using var json = JsonDocument.Parse(Assert.Single(hook.Heard).Body);
        var told = json.RootElement.GetProperty("data");
        Assert.Equal("obligations.noticed", json.RootElement.GetProperty("type").GetString());
        Assert.Equal("kim", told.GetProperty("to").GetString());
        var owed = told.GetProperty("obligations")[0];
        Assert.Equal(("o0", "Raised", "do it"), (
            owed.GetProperty("id").GetString(), owed.GetProperty("what").GetString(), owed.GetProperty("says").GetString()));
        Assert.Equal(Some.Time.AddHours(8), owed.GetProperty("due").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]
    [InlineData("whsec_not base64")]
    [InlineData("whsec_c2hvcnQ=")]
    public void A_secret_that_is_none_is_refused(string text) => Assert.Null(WebhookSecret.Read(text));

    private static async Task Send(ScriptedHook hook)
    {
        using var http = new HttpClient();
        var channel = new WebhookChannel(http, hook.Address, WebhookSecret.Read(Secret)!, TimeSpan.FromSeconds(10), TimeProvider.System);
        Assert.IsType<Delivery.Taken>(await channel.Send(Some.Message("do it"), Stop));
    }

    /// <summary>The signature as somebody else computes it.</summary>
    private static async Task<string> ByPython(IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        const string Program = """
            import base64, hashlib, hmac, sys
            key = base64.b64decode(sys.argv[1].removeprefix("whsec_"))
            text = (sys.argv[2] + "." + sys.argv[3] + "." + sys.argv[4]).encode()
            print("v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode())
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3")
        {
            RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList =
            {
                "-c", Program, Secret, headers["webhook-id"], headers["webhook-timestamp"], Encoding.UTF8.GetString(body),
            },
        })!;
        return (await python.StandardOutput.ReadToEndAsync(Stop)).Trim();
    }
}
