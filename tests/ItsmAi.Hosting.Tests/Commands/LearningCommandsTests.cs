using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Commands;

public sealed class LearningCommandsTests : IDisposable
{
    private const string Row =
        "^2-[0-9]{4},[a-z]+,[01]\\.[0-9]{6},[01],[a-z]+,0\\.[0-9]{6},[a-z]+,0\\.[0-9]{6}$";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_learned_from_a_file_predicts_and_is_evaluated()
    {
        string train = _folder.Write("train.csv.gz", Tickets.Csv(300, seed: 1));
        string test = _folder.Write("test.csv", Tickets.Csv(60, seed: 2));
        string model = _folder.PathOf("m.bin"), into = _folder.PathOf("predictions.csv");
        Answer learned = await Train("--tickets", train, "--out", model);
        Assert.Equal((0, ""), (learned.Code, learned.Error));
        Assert.Contains("1.000 (n = 300, 95 % interval 0.987 to 1.000)", learned.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Predict("--model", model, "--tickets", test, "--out", into)).Code);
        string[] lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        Assert.Equal("id,label,probability,abstain,second,second_probability,third,third_probability", lines[0]);
        Assert.Equal(61, lines.Length);
        Assert.Equal(
            [.. Enumerable.Range(0, 60).Select(row => $"2-{row:D4}")],
            lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.All(lines.Skip(1), line => Assert.Matches(Row, line));
        Answer judged = await Evaluate("--model", model, "--tickets", test, "--json");
        using var report = JsonDocument.Parse(judged.Output);
        JsonElement category = report.RootElement.GetProperty("outputs").GetProperty("category");
        Assert.Equal(60, category.GetProperty("accuracy").GetProperty("n").GetInt32());
        Assert.Equal(1, category.GetProperty("accuracy").GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task Probabilities_of_a_row_are_those_of_its_label_and_sum_to_one()
    {
        string train = _folder.Write("train.csv", Tickets.Csv(120, seed: 3));
        string test = _folder.Write("test.csv", "id,text\n1,printer outlook vpn\n2,\n3,zzzz qqqq\n");
        string model = _folder.PathOf("m.bin"), into = _folder.PathOf("p.csv");
        await Train("--tickets", train, "--out", model);
        await Predict("--model", model, "--tickets", test, "--out", into);
        string[] lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.All(rows, row => Assert.Equal(1, Number(row[2]) + Number(row[5]) + Number(row[7]), 5));
        Assert.All(rows, row => Assert.True(Number(row[2]) >= Number(row[5]) && Number(row[5]) >= Number(row[7])));
        Assert.All(rows.Skip(1), row => Assert.Equal("1", row[3]));
        Assert.All(rows, row => Assert.NotEqual("", row[1]));
    }

    [Fact]
    public async Task Further_columns_are_learned_beside_the_label()
    {
        string train = _folder.Write("train.csv", Tickets.Csv(200, seed: 4, withTeam: true));
        string model = _folder.PathOf("m.bin");
        string valid = _folder.Write("valid.csv", Tickets.Csv(80, seed: 5, withTeam: true));
        Answer learned = await Train("--tickets", train, "--valid", valid, "--out", model, "--json");
        using var report = JsonDocument.Parse(learned.Output);
        JsonElement outputs = report.RootElement.GetProperty("outputs");
        Assert.Equal(["category", "team"], outputs.EnumerateObject().Select(output => output.Name));
        Assert.Equal(80, outputs.GetProperty("team").GetProperty("accuracy").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes()
    {
        string train = _folder.Write("train.csv", Tickets.Csv(150, seed: 6));
        await Train("--tickets", train, "--out", _folder.PathOf("a"), "--seed", "5");
        await Train("--tickets", train, "--out", _folder.PathOf("b"), "--seed", "5");
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathOf("a"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathOf("b"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_label_that_training_never_saw_is_warned_of_and_counts_as_wrong()
    {
        string train = _folder.Write("train.csv", Tickets.Csv(150, seed: 7));
        string valid = _folder.Write(
            "valid.csv", "id,text,label\n1,outlook mailbox,mail\n2,vpn wifi,radio\n3,toner,oos\n");
        Answer learned = await Train("--tickets", train, "--valid", valid, "--out", _folder.PathOf("m"));
        Assert.Equal(0, learned.Code);
        Assert.Equal(
            "warning: valid.csv row 2 (line 3): label \"radio\" was never seen in training; "
            + "1 such tickets count as wrong",
            learned.Error.Trim());
        Assert.Contains("accuracy           0.500 (n = 2", learned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_ends_with_two_and_says_why()
    {
        string one = _folder.Write("one.csv", "id,text,label\n1,a,x\n2,b,x\n3,c,oos\n");
        Answer refused = await Train("--tickets", one, "--out", _folder.PathOf("m"));
        Assert.Equal(2, refused.Code);
        Assert.Equal(
            "one.csv: column \"label\" holds only \"x\"; learning needs two different ones", refused.Error.Trim());
        refused = await Train("--tickets", one, "--label", "team", "--out", _folder.PathOf("m"));
        Assert.Equal(2, refused.Code);
        Assert.StartsWith("one.csv: no column \"team\"", refused.Error, StringComparison.Ordinal);
        refused = await Predict("--model", one, "--tickets", one, "--out", _folder.PathOf("p"));
        Assert.Equal(2, refused.Code);
        Assert.Contains("this is not a model file", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Evaluate("--model", _folder.PathOf("none"), "--tickets", one)).Code);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Task<Answer> Train(params string[] given) => Invoke(TrainCommand.Build, given);

    private static Task<Answer> Predict(params string[] given) => Invoke(PredictCommand.Build, given);

    private static Task<Answer> Evaluate(params string[] given) => Invoke(EvaluateCommand.Build, given);

    private static async Task<Answer> Invoke(Func<TextWriter, TextWriter, TimeProvider, Command> build, string[] given)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await build(output, error, TimeProvider.System).Parse(given)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return new Answer(code, output.ToString(), error.ToString());
    }

    private sealed record Answer(int Code, string Output, string Error);
}
