using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Tests.Closing;

public sealed class ReadReplyTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_means_what_the_table_says(string line)
    {
        var row = line.Split('|');

        var reading = ReadReply.Of(row[0].Replace("\\n", "\n", StringComparison.Ordinal));

        Assert.True(Enum.Parse<ReplyMeaning>(row[1]) == reading.Meaning, $"{row[0]} was read as {reading}");
        Assert.NotEmpty(reading.Because);
    }

    [Fact]
    public void The_words_that_decided_are_told() => Assert.Equal("\"isn't … working\"", ReadReply.Of("It isn't working").Because);

    [Fact]
    public void A_very_long_text_of_any_signs_is_read_without_a_fault()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 500).Select(_ => (char)random.Next(1, 0xD7FF)));
            Assert.NotEqual(ReplyMeaning.Confirms, ReadReply.Of(text).Meaning);
        }
    }

    public static TheoryData<string> Rows() =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "replies.csv")).Skip(1)];
}
