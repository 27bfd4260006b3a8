using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Incidents.Closing;

namespace ItsmAi.Hosting.Tests.Configuration;

public sealed class ClosureSectionTests : IDisposable
{
    private const string Whole =
        """
        policy: policy.yaml
        connections:
          - name: rt-main
            kind: request-tracker
            url: https://rt.example.org
            token: env:TOKEN
            account: itsmai-bot
            statuses: { proposed: Proposed, closed: Closed }
            resolutionCodeField: Resolution Code
            resolutionNotesField: Resolution Notes
            closure:
              wait: 5d
              sample: 0.1
              managers: { Network: nina }
              securityClasses: [security]
              regulatedServices: [payments]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-config").FullName;

    [Fact]
    public void A_whole_section_is_read_and_what_it_does_not_say_is_the_default()
    {
        var connection = Assert.Single(Read(Whole).Connections);

        var rules = connection.Closure!;
        Assert.Equal((TimeSpan.FromDays(5), 0.1, new Person("nina")), (rules.Wait, rules.SampleShare, rules.Managers["network"]));
        Assert.Equal(["security", "payments"], rules.SecurityClasses.Concat(rules.RegulatedServices));
        var plain = new ClosureRules();
        Assert.Equal((plain.LeastCompleteness, plain.WrongWithin), (rules.LeastCompleteness, rules.WrongWithin));
        Assert.Equal((TicketStatus.Proposed, TicketStatus.Closed), (connection.Statuses["proposed"], connection.Statuses["closed"]));
    }

    [Theory]
    [InlineData("wait: 5d", "wait: 5m", "1h or longer")]
    [InlineData("wait: 5d", "wrongWithin: 1h", "1d or longer")]
    [InlineData("sample: 0.1", "sample: 5", "0 to 1")]
    [InlineData("sample: 0.1", "samples: 0.1", "samples")]
    [InlineData("closed: Closed", "closed: Shut", "one of New, Open")]
    [InlineData("closed: Closed", "closed: Resolved", "one that means Closed")]
    [InlineData("resolutionCodeField: Resolution Code", "vipField: VIP", "resolutionCodeField")]
    [InlineData("resolutionNotesField: Resolution Notes", "vipField: VIP", "resolutionNotesField")]
    public void What_is_wrong_is_named_with_what_would_be_accepted(string right, string wrong, string says) => Assert.Contains(
        says, Assert.Throws<YamlFaultException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ItsmAiConfiguration Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), "version: 1\nowner: desk.lead\n");
        var path = Path.Combine(_folder, "itsmai.yaml");
        File.WriteAllText(path, text);
        return ConfigurationFile.Read(path, name => $"value of {name}", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }
}
