using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Tests.Triage;

public sealed class ScoreCompletenessTests
{
    public static TheoryData<string, string, int, int> Cases()
    {
        var data = new TheoryData<string, string, int, int>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "completeness.csv")).Skip(1))
        {
            var cells = line.Split('|');
            data.Add(cells[0], cells[1], int.Parse(cells[2]), int.Parse(cells[3]));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_score_lies_where_a_person_would_put_it(string title, string description, int least, int most)
    {
        var score = ScoreCompleteness.Of(Some.Ticket(title, description), ["SAP"]).Score;

        Assert.InRange(score, least, most);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var missing = ScoreCompleteness.Of(Some.Ticket("help", "it does not work"), []).Missing;

        Assert.Equal(4, missing.Count);
        Assert.Contains("the service or device concerned", missing);
    }

    [Fact]
    public void A_full_ticket_misses_nothing()
    {
        var full = ScoreCompleteness.Of(Some.Ticket() with { Service = "Remote access" }, []);

        Assert.Equal(100, full.Score);
        Assert.Empty(full.Missing);
        Assert.True(full.NamesService);
    }

    [Fact]
    public void The_score_stays_between_0_and_100_whatever_is_written()
    {
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var title = Noise(random, 40);
            var description = Noise(random, 400);

            Assert.InRange(ScoreCompleteness.Of(Some.Ticket(title, description), ["SAP"]).Score, 0, 100);
        }
    }

    private static string Noise(Random random, int most) =>
        string.Create(random.Next(most), random, (span, source) =>
        {
            for (var index = 0; index < span.Length; index++) span[index] = (char)source.Next(0, 0x3000);
        });
}
