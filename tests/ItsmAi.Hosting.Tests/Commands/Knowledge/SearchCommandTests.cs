using System.Text.Json;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands.Knowledge;

public sealed class SearchCommandTests : IDisposable
{
    private const string Articles =
        """
        id,title,body
        007,VPN drops,"Error 809 means that the tunnel is blocked.
        Restart the client."
        mail,Mailbox is full,Archive what is older than a year.
        printer,Printer does not print,Install the driver anew.
        """;

    private const string Queries =
        """
        id,text
        q1,vpn error 809 after the restart of my printer
        q2,zzz of the and
        q3,mailbox
        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("articles.csv")]
    [InlineData("articles.csv.gz")]
    public async Task The_best_articles_of_each_question_stand_in_order_and_nothing_where_nothing_is_found(string name)
    {
        var into = _folder.PathOf("ranked.csv");
        var (exit, output, error) = await Run(
            "--articles", _folder.Write(name, Articles), "--queries", _folder.Write("queries.csv", Queries), "--out", into, "--json");

        Assert.Equal((0, ""), (exit, error));
        var lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        Assert.Equal("query_id,rank,doc_id,score", lines[0]);
        Assert.Equal(["q1,1,007,1.000000", "q1,2,printer", "q3,1,mail,1.000000"], lines.Skip(1).Select(line => line.StartsWith("q1,2", StringComparison.Ordinal) ? line[..12] : line));
        using var report = JsonDocument.Parse(output);
        Assert.Equal((3, 3, 1), (report.RootElement.GetProperty("articles").GetInt32(), report.RootElement.GetProperty("queries").GetInt32(), report.RootElement.GetProperty("withoutHit").GetInt32()));
    }

    [Fact]
    public async Task A_folder_of_Markdown_files_is_a_library()
    {
        Directory.CreateDirectory(_folder.PathOf("kb/network"));
        _folder.Write("kb/network/vpn.md", "---\ntitle: \"Tunnel drops\"\nowner: kim\n---\n# Other\nRestart the client.\n");
        _folder.Write("kb/mail.md", "# Mailbox is full\nArchive old mail.\n");
        _folder.Write("kb/notes.txt", "tunnel");
        var into = _folder.PathOf("ranked.csv");

        var (exit, output, _) = await Run(
            "--articles", _folder.PathOf("kb"), "--queries", _folder.Write("q.jsonl", """{"id":"1","text":"tunnel"}"""), "--out", into, "--top", "1");

        Assert.Equal(0, exit);
        Assert.Contains("Searched 2 articles for 1 questions; 0 found nothing", output, StringComparison.Ordinal);
        Assert.Equal("1,1,network/vpn,1.000000", (await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken))[1]);
    }

    [Theory]
    [InlineData("id,title,body\na,x,y\na,z,w\n", "articles.csv row 2 (line 3): id \"a\" repeats row 1 (line 2); ids are unique")]
    [InlineData("id,title\na,x\n", "articles.csv: no column \"body\"; the columns are id, title; name one with --map column=field")]
    [InlineData("id,title,body\n,x,y\n", "articles.csv row 1 (line 2): id is empty; every article needs one")]
    [InlineData("id,title,body\n", "articles.csv: no rows")]
    public async Task What_is_wrong_with_the_articles_is_said_with_its_place(string articles, string says)
    {
        var into = _folder.PathOf("ranked.csv");
        var (exit, _, error) = await Run(
            "--articles", _folder.Write("articles.csv", articles), "--queries", _folder.Write("queries.csv", Queries), "--out", into);

        Assert.Equal((2, says), (exit, error.TrimEnd()));
        Assert.False(File.Exists(into));
    }

    [Fact]
    public async Task An_empty_folder_a_missing_file_and_an_odd_number_are_refused()
    {
        var queries = _folder.Write("queries.csv", Queries);
        Directory.CreateDirectory(_folder.PathOf("empty"));

        Assert.Contains("no file in it ends in .md", (await Run("--articles", _folder.PathOf("empty"), "--queries", queries, "--out", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("none.csv: cannot be read", (await Run("--articles", _folder.PathOf("none.csv"), "--queries", queries, "--out", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("--top: 0 is not between 1 and 1000", (await Run("--articles", queries, "--queries", queries, "--out", "x", "--top", "0")).Error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await Cli.Run(["search", .. args], output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
