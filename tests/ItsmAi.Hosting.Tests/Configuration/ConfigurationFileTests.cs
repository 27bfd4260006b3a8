using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Tests.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private const string Whole =
        """
        site: https://itsmai.example.org/
        policy: policy.yaml
        model: triage.model
        connections:
          - name: rt-main
            kind: request-tracker
            url: https://rt.example.org
            token: env:TOKEN
            account: itsmai-bot
            webhookSecrets: [env:SECRET, file:old-secret]
            teams: { vpn: Network }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-config").FullName;

    [Fact]
    public void A_whole_file_is_read_with_its_secrets_from_elsewhere()
    {
        File.WriteAllText(Path.Combine(_folder, "old-secret"), "older\n");

        var read = Read(Whole);

        var connection = Assert.Single(read.Connections);
        Assert.Equal("value of TOKEN", connection.Token);
        Assert.Equal(["value of SECRET", "older"], connection.WebhookSecrets);
        Assert.Equal(new Team("Network"), connection.Triage.TeamOfCategory["vpn"]);
        Assert.Equal(Path.Combine(_folder, "triage.model"), read.ModelPath);
    }

    [Theory]
    [InlineData("token: env:TOKEN", "token: hunter2", "write env:NAME or file:PATH")]
    [InlineData("token: env:TOKEN", "token: env:MISSING", "the environment variable is empty or missing")]
    [InlineData("file:old-secret", "file:nowhere", "a file that is there")]
    [InlineData("name: rt-main", "name: RT Main", "lower case letters, digits or hyphens")]
    [InlineData("kind: request-tracker", "kind: lotus-notes", "there is request-tracker")]
    [InlineData("url: https://rt.example.org", "url: rt", "an http or https URL")]
    [InlineData("account: itsmai-bot", "acount: itsmai-bot", "account: is missing")]
    [InlineData("model: triage.model", "modell: triage.model", "modell: no such field")]
    public void What_is_wrong_is_named_with_what_would_be_accepted(string right, string wrong, string says)
    {
        File.WriteAllText(Path.Combine(_folder, "old-secret"), "older");

        var fault = Assert.Throws<YamlFaultException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ItsmAiConfiguration Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), "version: 1\nowner: kim\n");
        var path = Path.Combine(_folder, "itsmai.yaml");
        File.WriteAllText(path, text);
        return ConfigurationFile.Read(path, name => name == "MISSING" ? null : $"value of {name}", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }
}
