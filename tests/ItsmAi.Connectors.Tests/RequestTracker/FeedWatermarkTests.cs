using ItsmAi.Connectors.RequestTracker.Transactions;

namespace ItsmAi.Connectors.Tests.RequestTracker;

public sealed class FeedWatermarkTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("passed=430")]
    [InlineData("passed=430 sighted=440@1790000000000")]
    [InlineData("passed=430 sighted=440@1790000000000,450@1790000030000 walked=445@1790000060000")]
    public void The_text_keeps_what_it_says(string text) => Assert.Equal(text, FeedWatermark.Parse(text).ToString());

    [Theory]
    [InlineData("430")]
    [InlineData("passed=")]
    [InlineData("passed=-1")]
    [InlineData("passed=1 sighted=2@3,")]
    [InlineData("passed=1 walked=2")]
    [InlineData("passed=99999999999999999999")]
    public void Another_text_is_refused(string text) =>
        Assert.Contains("was not written by this feed",
            Assert.Throws<ArgumentException>(() => FeedWatermark.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_is_passed_a_lag_after_it_was_sighted_and_not_before()
    {
        var sighted = Walk(FeedWatermark.StartingAfter(100), 110, Start);

        Assert.Equal(100, sighted.Passed);
        Assert.Equal(100, Walk(sighted, 110, Start + Lag - TimeSpan.FromSeconds(1)).Passed);
        Assert.Equal(110, Walk(sighted, 110, Start + Lag).Passed);
    }

    [Fact]
    public void A_walk_that_began_before_the_lag_was_over_passes_nothing_however_long_it_took()
    {
        var sighted = Walk(FeedWatermark.StartingAfter(100), 110, Start);

        var late = sighted.Finished(120, Start + TimeSpan.FromSeconds(30), now: Start + TimeSpan.FromHours(1), Lag);

        Assert.Equal(100, late.Passed);
    }

    [Fact]
    public void Walking_without_pause_the_text_stays_short_and_the_watermark_moves()
    {
        var mark = FeedWatermark.StartingAfter(0);
        for (var second = 0; second < 600; second++)
        {
            mark = FeedWatermark.Parse(Walk(mark, second, Start + TimeSpan.FromSeconds(second)).ToString());
            Assert.InRange(mark.Sightings.Count, 0, 12);
            Assert.True(mark.Passed <= Math.Max(0, second - 60));
            Assert.True(mark.Passed >= second - 60 - 12);
        }
    }

    [Fact]
    public void A_clock_set_back_delays_the_feed_by_one_lag_and_no_more()
    {
        var ahead = Walk(FeedWatermark.StartingAfter(100), 110, Start + TimeSpan.FromDays(365));

        var back = Walk(ahead, 110, Start);

        Assert.Equal(100, back.Passed);
        Assert.Equal(110, Walk(back, 110, Start + Lag).Passed);
    }

    private static FeedWatermark Walk(FeedWatermark mark, long upTo, DateTimeOffset now) =>
        mark.Finished(upTo, now, now, Lag);
}
