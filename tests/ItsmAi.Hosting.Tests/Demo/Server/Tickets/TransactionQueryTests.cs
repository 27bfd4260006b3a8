using ItsmAi.Hosting.Demo.Server.Tickets;

namespace ItsmAi.Hosting.Tests.Demo.Server.Tickets;

public sealed class TransactionQueryTests
{
    private static readonly DeskTransaction Comment = new(
        7, 3, "Comment", "", "", "", "itsmai-bot", DateTimeOffset.UnixEpoch, "ItsmAi 1-abc", "a note");

    private static readonly DeskTransaction Mark = Comment with
    {
        Id = 8, Type = "CustomField", Field = "3", New = "1-abc", Subject = "", Content = null,
    };

    [Theory]
    [InlineData("ObjectType='RT::Ticket'", true, true)]
    [InlineData("ObjectType='RT::Article'", false, false)]
    [InlineData("ObjectType='RT::Ticket' AND id > 7 AND Type != 'EmailRecord'", false, true)]
    [InlineData("ObjectId=3 AND Type='Comment'", true, false)]
    [InlineData("ObjectId=4", false, false)]
    [InlineData("Creator='itsmai-bot' AND (Subject='ItsmAi 1-abc' OR NewCFValue='1-abc')", true, true)]
    [InlineData("Creator='itsmai-bot' AND (Subject='ItsmAi 1-xyz' OR NewCFValue='1-abc')", false, true)]
    [InlineData("Creator='somebody' AND (Subject='ItsmAi 1-abc' OR NewCFValue='1-abc')", false, false)]
    public void Terms_are_joined(string query, bool comment, bool mark)
    {
        var parsed = TransactionQuery.Parse(query);

        Assert.Equal((comment, mark), (parsed.Fits(Comment), parsed.Fits(Mark)));
    }

    [Theory]
    [InlineData("Content LIKE 'x'")]
    [InlineData("ObjectId < 3")]
    [InlineData("")]
    public void A_term_that_is_not_understood_is_refused(string query) =>
        Assert.Throws<FormatException>(() => TransactionQuery.Parse(query));
}
