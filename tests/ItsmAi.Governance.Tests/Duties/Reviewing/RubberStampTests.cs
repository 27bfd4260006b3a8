using System.Globalization;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Tests.Duties.Reviewing;

public sealed class RubberStampTests
{
    private static readonly BrakeSettings Brakes = new();

    [Theory]
    [InlineData(2, new double[] { 9, 1, 2 })]
    [InlineData(2.5, new double[] { 9, 1, 2, 3 })]
    [InlineData(7, new double[] { 7 })]
    public void The_median_is_the_middle_one_or_the_mean_of_the_middle_two(double median, double[] seconds)
    {
        var record = ReviewerRecord.Empty;
        foreach (var (second, number) in seconds.Select((second, number) => (second, number)))
            record = record.With(new ReviewerAnswer($"d{number}", Approved: true, second), 30);

        Assert.Equal(median, record.MedianSeconds());
    }

    public static TheoryData<int, int, double, bool, string> Cases() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "rubber-stamps.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (
                Number(cells[0]), Number(cells[1]), double.Parse(cells[2], CultureInfo.InvariantCulture), cells[3] == "yes", cells[4])),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Who_stamps_is_what_the_table_says(int approvals, int rejections, double seconds, bool stamp, string why)
    {
        var reviewer = Reviewer(Enumerable.Repeat(seconds, approvals), rejections);

        Assert.True(stamp == RubberStamp.Is(reviewer, Brakes), why);
    }

    [Fact]
    public void Half_of_them_read_is_enough_to_be_no_stamp()
    {
        Assert.False(RubberStamp.Is(Reviewer(Seconds(fast: 15, slow: 16), 0), Brakes));
        Assert.True(RubberStamp.Is(Reviewer(Seconds(fast: 16, slow: 15), 0), Brakes));

        // An even number: the median lies between the middle two.
        Assert.Equal(5.0, Reviewer(Seconds(fast: 15, slow: 15), 0).MedianSeconds());
    }

    [Fact]
    public void Two_hundred_answers_are_kept_one_a_decision()
    {
        var reviewer = Reviewer(Enumerable.Repeat(1.0, 300), 0);

        Assert.Equal(200, reviewer.Answers.Count);
        Assert.Equal("d299", reviewer.Answers[^1].Decision);
        Assert.Same(reviewer, reviewer.With(new ReviewerAnswer("d299", Approved: true, 99), 30));
        Assert.False(reviewer.With(new ReviewerAnswer("d299", Approved: false, 99), 30).Answers[^1].Approved);
        Assert.Equal(200, reviewer.With(new ReviewerAnswer("d299", Approved: false, 99), 30).Answers.Count);
    }

    private static IEnumerable<double> Seconds(int fast, int slow) => Enumerable.Repeat(1.0, fast).Concat(Enumerable.Repeat(9.0, slow));

    private static ReviewerRecord Reviewer(IEnumerable<double> seconds, int rejections)
    {
        var reviewer = ReviewerRecord.Empty;
        for (var one = 0; one < rejections; one++) reviewer = reviewer.With(new ReviewerAnswer($"r{one}", Approved: false, 0), 30);
        foreach (var (one, place) in seconds.Select((one, place) => (one, place)))
            reviewer = reviewer.With(new ReviewerAnswer($"d{place}", Approved: true, one), 30);
        return reviewer;
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
