using ItsmAi.Connectors.Sqlite.Recording;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

public sealed class SeriesTests
{
    [Theory]
    [InlineData("s-000000000042", "s-", 42)]
    [InlineData("000000000000", "", 0)]
    [InlineData("it's % \u00E4999999999999", "it's % \u00E4", 999_999_999_999)]
    public void A_row_of_a_prefix_and_twelve_digits_is_of_a_series(string row, string prefix, long number)
    {
        var of = Series.Of(new RecordKey("receipts", "p", row));

        Assert.Equal((new Series("receipts", "p", prefix), number), of);
        Assert.Equal(row, of!.Value.Series.RowAt(number));
    }

    [Theory]
    [InlineData("s-00000000042")]
    [InlineData("s-0000000000042")]
    [InlineData("s-000000000042x")]
    [InlineData("s-00000000004\u0662")]
    [InlineData("0-a1b2c3d4e5f6123456789012")]
    [InlineData("s-")]
    public void Any_other_row_is_of_none(string row) => Assert.Null(Series.Of(new RecordKey("receipts", "p", row)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("s", 0)]
    [InlineData("s-", 0)]
    [InlineData("r-999999999999", 0)]
    [InlineData("s-000000000005", 5)]
    [InlineData("s-000000000005\u0000", 6)]
    [InlineData("s-00000000001", 10)]
    [InlineData("s-00000000001/", 10)]
    [InlineData("s-00000000001:", 20)]
    [InlineData("s-9", 900_000_000_000)]
    [InlineData("s-999999999999", 999_999_999_999)]
    [InlineData("s-999999999999x", Series.End)]
    [InlineData("s.", Series.End)]
    [InlineData("t", Series.End)]
    public void A_series_is_entered_at_its_first_row_that_is_not_before_the_text(string text, long first) =>
        Assert.Equal(first, new Series("receipts", "p", "s-").FirstFrom(text));
}
