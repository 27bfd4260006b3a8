using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Tests.Configuration;

public sealed class NotificationSectionTests : IDisposable
{
    private const string Whole =
        """
        policy: policy.yaml
        people:
          - { account: kim, mail: kim@example.org, teams: env:FLOW, manager: ana }
          - { account: ana, active: false, left: 2026-12-31 }
        notifications:
          smtp: { host: mail.example.org, from: itsmai@example.org, user: itsmai, password: env:PASSWORD }
          teams: env:FLOW
          webhook: { url: https://example.org/hook, secret: env:WHSEC }
          digestEvery: 2h
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-notices").FullName;

    [Fact]
    public void People_and_channels_are_read_with_their_secrets_from_elsewhere()
    {
        var read = Read(Whole);

        Assert.Equal(["kim", "ana"], read.People.Select(one => one.Person.Account));
        Assert.Equal((new Person("ana"), new Uri("https://example.org/flow")), (read.People[0].Manager!.Value, read.People[0].Teams));
        Assert.Equal((false, new DateOnly(2026, 12, 31)), (read.People[1].Active, read.People[1].Left!.Value));
        var told = read.Notifications!;
        Assert.Equal(("mail.example.org", 587, true, "value of PASSWORD"), (
            told.Mail!.Host, told.Mail.Port, told.Mail.StartTls, told.Mail.Password));
        Assert.Equal((TimeSpan.FromHours(2), true), (told.DigestEvery!.Value, told.WebhookSecret is not null));
    }

    [Theory]
    [InlineData("mail: kim@example.org", "mail: kim", "people[1].mail: \"kim\" is not an address")]
    [InlineData("account: ana", "account: KIM", "people[2].account: \"KIM\" is not unique")]
    [InlineData("left: 2026-12-31", "left: soon", "people[2].left: \"soon\" is not a date")]
    [InlineData("teams: env:FLOW, manager", "teams: https://example.org/flow, manager", "write env:NAME or file:PATH")]
    [InlineData("secret: env:WHSEC", "secret: env:PASSWORD", "notifications.webhook.secret: \"…\" is not whsec_")]
    [InlineData("digestEvery: 2h", "digest: 2h", "notifications.digest: no such field")]
    public void What_is_wrong_is_named(string right, string wrong, string says)
    {
        var fault = Assert.Throws<YamlFaultException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_that_is_no_address_is_named() => Assert.Contains(
        "notifications.smtp.from: \"itsmai\" is not an address",
        Assert.Throws<FormatException>(() => Read(Whole.Replace("from: itsmai@example.org", "from: itsmai", StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ItsmAiConfiguration Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), "version: 1\nowner: kim\n");
        var path = Path.Combine(_folder, "itsmai.yaml");
        File.WriteAllText(path, text);
        return ConfigurationFile.Read(path, name => name switch
        {
            "FLOW" => "https://example.org/flow",
            "WHSEC" => "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDAAAAAAAAAAA=",
            _ => $"value of {name}",
        }, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }
}
