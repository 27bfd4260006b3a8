using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Tests.Commands;

public sealed class ObligationsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-owed").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_overdue_is_a_finding_until_somebody_says_how_it_ended()
    {
        await Owe();

        var (overdue, said) = await Run("obligations", "list", "--data", _folder);
        var (disposed, _) = await Run("obligations", "dispose", "o1", "--data", _folder, "--as", "Done", "--by", "kim");
        var (after, nothing) = await Run("obligations", "list", "--data", _folder);
        var (_, all) = await Run("obligations", "list", "--data", _folder, "--all", "--json");

        Assert.Equal((1, 0, 0), (overdue, disposed, after));
        Assert.Contains("o1  lead  due 2026-01-02 00:00  OVERDUE  see to it", said, StringComparison.Ordinal);
        Assert.Contains("nothing is owed", nothing, StringComparison.Ordinal);
        Assert.Contains("\"disposedBy\":\"kim\"", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o2", "Done", "no obligation")]
    [InlineData("o1", "Viewed", "\"Viewed\" is not an end; use one of done, reject, overtaken, accept, risk-accept")]
    [InlineData("o1", "accept", "reference: \"\" is not the id of a problem, change or article")]
    [InlineData("o1", "reject", "reason: \"\" is not a reason; use one of NotSo")]
    [InlineData("o1", "risk-accept", "expires: \"\" is not a date; a risk is accepted until one")]
    public async Task What_is_no_obligation_or_no_end_is_refused(string id, string how, string says)
    {
        await Owe();

        var (exit, said) = await Run("obligations", "dispose", id, "--data", _folder, "--as", how, "--by", "kim");

        Assert.Equal(2, exit);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_their_own_and_the_figures_say_what_came_of_all()
    {
        await Owe();

        var (_, nobodys) = await Run("obligations", "list", "--data", _folder, "--owner", "kim");
        var (_, leads) = await Run("obligations", "list", "--data", _folder, "--owner", "lead");
        var (_, overdue) = await Run("obligations", "figures", "--data", _folder, "--json");
        await Run("obligations", "dispose", "o1", "--data", _folder, "--as", "accept", "--reference", "PRB-7", "--by", "kim");
        var (exit, late) = await Run("obligations", "figures", "--data", _folder);

        Assert.Contains("nothing is owed", nobodys, StringComparison.Ordinal);
        Assert.Contains("o1  lead", leads, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(overdue);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("raised").GetInt32(), json.RootElement.GetProperty("overdue").GetInt32()));
        Assert.Equal(1, json.RootElement.GetProperty("actedOn").GetProperty("of").GetInt32());
        Assert.Equal(0, exit);
        Assert.Contains("acted on in time: 0 of 1 (0.000 to 0.793)", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_products_own_account_ends_nothing()
    {
        await Owe();

        var (exit, said) = await Run("obligations", "dispose", "o1", "--data", _folder, "--as", "done", "--by", "itsmai");

        Assert.Equal(2, exit);
        Assert.Contains("an AI identity may not do", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Owe()
    {
        await using var data = await DataFolder.OpenOrMake(_folder, new QueueOptions(), TimeProvider.System, Stop);
        using var receipts = new ReceiptChain(data.Records);
        await new ObligationBook(data.Records, receipts, TimeProvider.System).Add(
            new Obligation
            {
                Id = "o1",
                Owner = new Person("lead"),
                RaisedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                DueAt = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
                Says = "see to it",
                About = "d1",
            },
            Stop);
    }

    private static async Task<(int Exit, string Said)> Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var exit = await Cli.Run(arguments, said, said, TimeProvider.System, Stop);
        return (exit, said.ToString());
    }
}
