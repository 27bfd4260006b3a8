using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Files.Tables;

namespace ItsmAi.Hosting.Tests.Files;

public sealed class TicketFileTests : IDisposable
{
    private readonly Folder _folder = new();

    private const string First = "{\"id\":\"007\",\"text\":\"a, \\\"b\\\"\\nc\",\"label\":\"x\"}\n";
    private const string Second = "{\"id\":8,\"text\":\"d\",\"label\":\"y\"}";
    private const string Rename = "; name one with --map column=field";

    public static TheoryData<string, string> SameTickets => new()
    {
        { "a.csv", "id,text,label\n007,\"a, \"\"b\"\"\nc\",x\n8,d,y\n" },
        { "a.csv", "\uFEFFid,text,label\r\n007,\"a, \"\"b\"\"\nc\",x\r\n8,d,y" },
        { "a.csv", "other,label,text,id\n1,x,\"a, \"\"b\"\"\nc\",007\n2,y,d,8\n" },
        { "a.csv.gz", "id,text,label\n007,\"a, \"\"b\"\"\nc\",x\n\n8,d,y\n" },
        { "a.jsonl", First + "\n" + Second + "\n" },
        { "a.jsonl.gz", First + Second },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        {
            "a.csv", "id,text\n1,a\n2,b\n1,c\n",
            "a.csv row 3 (line 4): id \"1\" repeats row 1 (line 2); ids are unique"
        },
        { "a.csv", "id,text\n,a\n", "a.csv row 1 (line 2): id is empty; every ticket needs one" },
        { "a.csv", "key,text\n1,a\n", "a.csv: no column \"id\"; the columns are key, text" + Rename },
        {
            "a.csv", "id,body\n1,a\n",
            "a.csv: no column \"text\", nor \"title\" and \"description\"; the columns are id, body" + Rename
        },
        { "a.csv", "id,text\n1,a\n2,b,c\n", "a.csv row 2 (line 3): 3 fields (the first is \"2\"); the header names 2" },
        { "a.csv", "id,text\n1,\"a\n", "a.csv row 1 (line 2): a quoted field is never closed" },
        {
            "a.csv", "id,text\n1,\"a\"b\n",
            "a.csv row 1 (line 2): \"b\" follows a closing quote; a quote inside a field is written twice"
        },
        {
            "a.csv", "id,text,text\n1,a,b\n",
            "a.csv: two columns are named \"text\"; rename one with --map column=field"
        },
        { "a.csv", "", "a.csv: no header row; the first row names the columns" },
        { "a.csv", "id,text\n", "a.csv: no rows" },
        { "a.txt", "id,text\n", "a.txt: a table's name ends in .csv, .csv.gz, .jsonl or .jsonl.gz" },
        { "a.jsonl", "{\"id\":1,\"text\":\"a\"}\n[1]\n", "a.jsonl row 2 (line 2): Array instead of an object {…}" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SameTickets))]
    public void Every_format_gives_the_same_tickets(string name, string content)
    {
        Assert.Null(Read(_folder.Write(name, content), ColumnMap.None, out TicketFile file));
        Assert.Equal(["007", "8"], file.Tickets.Select(ticket => ticket.Id));
        Assert.Equal(["a, \"b\"\nc", "d"], file.Tickets.Select(ticket => ticket.Text));
        Assert.Equal(["x", "y"], file.Tickets.Select(ticket => ticket.Field("label")));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_file_is_refused_with_row_and_value(string name, string content, string says)
    {
        FileProblem? problem = Read(_folder.Write(name, content), ColumnMap.None, out _);
        Assert.Equal(says, problem?.Says);
    }

    [Fact]
    public void Broken_json_is_refused_with_its_row()
    {
        FileProblem? problem = Read(_folder.Write("a.jsonl", "{\"id\":1\n"), ColumnMap.None, out _);
        Assert.StartsWith("a.jsonl row 1 (line 1): \"{\"id\":1\" is not JSON", problem?.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_absent_or_not_gzip_or_not_utf8_is_a_problem()
    {
        Assert.NotNull(Read(_folder.PathOf("none.csv"), ColumnMap.None, out _));
        File.WriteAllText(_folder.PathOf("plain.csv.gz"), "id,text\n1,a\n");
        Assert.NotNull(Read(_folder.PathOf("plain.csv.gz"), ColumnMap.None, out _));
        File.WriteAllBytes(_folder.PathOf("latin.csv"), [.. "id,text\n1,"u8, 0xE4, (byte)'\n']);
        Assert.Equal(
            "latin.csv: not UTF-8; save it as UTF-8 and try again",
            Read(_folder.PathOf("latin.csv"), ColumnMap.None, out _)?.Says);
    }

    [Fact]
    public void Title_and_description_are_joined_and_columns_are_renamed()
    {
        string path = _folder.Write("a.csv", "Number,Short description,description\n1,a,b\n2,,c\n3,d,\n");
        Assert.Null(ColumnMap.Read(["Number=id", "Short description=title"], out ColumnMap map));
        Assert.Null(Read(path, map, out TicketFile file));
        Assert.Equal(["a\nb", "c", "d"], file.Tickets.Select(ticket => ticket.Text));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("=title")]
    [InlineData("a=")]
    public void A_map_that_is_not_a_pair_is_refused(string pair) =>
        Assert.StartsWith(
            $"--map: \"{pair}\" is not column=field", ColumnMap.Read([pair], out _)?.Says, StringComparison.Ordinal);

    private static FileProblem? Read(string path, ColumnMap map, out TicketFile file) =>
        TicketFile.Read(path, map, TestContext.Current.CancellationToken, out file);
}
