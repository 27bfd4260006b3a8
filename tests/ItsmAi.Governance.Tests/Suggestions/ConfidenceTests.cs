using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Suggestions;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData(1.0, "almost certain")]
    [InlineData(0.95, "almost certain")]
    [InlineData(0.9499, "very likely")]
    [InlineData(0.85, "very likely")]
    [InlineData(0.7, "likely")]
    [InlineData(0.5, "possible")]
    [InlineData(0.4999, "unsure")]
    public void It_has_a_word_beside_its_number(double value, string word) => Assert.Equal(word, Confidence.Of(value).InWords());

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Confidence.Of(value));
}
