using ItsmAi.Connectors.Policies;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands.Policy;

/// <summary>A folder with policies in it and with the data of an installation that has decided before.</summary>
internal sealed class PolicyDesk : IDisposable
{
    public const string Meek = "version: 1\nowner: lead\nrules:\n  - { name: all, level: Suggest, because: a test }\n";
    public const string Bold = "version: 1\nowner: lead\nrules:\n  - { name: all, level: Auto, because: a test }\n";

    private readonly Folder _folder = new();

    public PolicyDesk()
    {
        Write("meek.yaml", Meek);
        Write("bold.yaml", Bold);
        Write("guarded.yaml", Bold + "protected: [vpn]\n");
    }

    public ManualClock Clock { get; } = new();

    public string Data => _folder.PathOf("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string VersionOf(string text) => PolicyFile.Read(text).Policy!.Version;

    public string PathOf(string name) => _folder.PathOf(name);

    public string Write(string name, string text)
    {
        File.WriteAllText(_folder.PathOf(name), text);
        return _folder.PathOf(name);
    }

    /// <summary>Starts the application under a policy, as serve does, and ends it.</summary>
    public async Task<string> Start(string policy)
    {
        await using var log = new StringWriter();
        await using var data = await DataFolder.OpenOrMake(Data, new(), Clock, Stop);
        await Composition.Alone(data, new ItsmAiConfiguration { Policy = policy }, log, Clock, Stop);
        return log.ToString();
    }

    /// <summary>Decides under a policy; the first so many turn out wrong, and each of the others right.</summary>
    public async Task<Receipt> Decide(string policy, int count, int wrong = 0)
    {
        await using var data = await DataFolder.OpenOrMake(Data, new(), Clock, Stop);
        using var chain = new ReceiptChain(data.Records);
        Receipt last = null!;
        for (var number = 0; number < count; number++)
        {
            last = await chain.Append(Decided(PolicyFile.Read(policy).Policy!, $"{number}"), Stop);
            var kind = number < wrong ? OutcomeKind.Overridden : OutcomeKind.Accepted;
            await chain.Append(last with { Id = $"{last.Decision}-outcome-1", Kind = ReceiptKind.Outcome, Outcome = kind }, Stop);
        }

        return last;
    }

    public async Task<(int Exit, string Output, string Error)> Run(string line)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        string[] words =
        [
            .. line.Split(' ').Select(word => word == "DATA" ? Data : word.StartsWith("DIR/", StringComparison.Ordinal) ? PathOf(word[4..]) : word),
        ];
        var exit = await Cli.Run(words, output, error, Clock, Stop);
        return (exit, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private Receipt Decided(PolicyDocument policy, string number)
    {
        var ticket = new TicketId(new ConnectionName("rt-main"), number);
        var answer = Governance.Policy.Decide.On(
            new PolicyFacts(ActionKind.Route, "vpn", new Team("Network"), Confidence.Of(0.97), 80, IsVip: false, null), policy, []);
        var decision = ReceiptAddress.DecisionOn(ticket.Key, "Route", "created");
        return new Receipt
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = Clock.GetUtcNow(),
            Decision = decision,
            Subject = ticket,
            Actor = "itsmai",
            Action = ActionKind.Route,
            Class = "vpn",
            Verdict = answer.Verdict,
            Level = answer.Level,
            Rule = answer.Rule,
            Confidence = 0.97,
            Completeness = 80,
            Gates = [],
            Change = new PlannedChange(new Team("Network"), "vpn", null),
            PolicyVersion = policy.Version,
        };
    }
}
