using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Tests.Redacting;

public sealed class RedactionTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "redaction.csv")).Skip(1))
        {
            var cells = line.Split('|');
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Personal_data_and_secrets_leave_their_kind_behind(string before, string after) =>
        Assert.Equal(after, Redaction.Redact(before));

    [Fact]
    public void Texts_that_differ_only_in_what_is_taken_out_hash_alike() =>
        Assert.Equal(Redaction.HashOf("write to a@b.example"), Redaction.HashOf("write to c@d.example"));

    [Fact]
    public void A_text_of_a_books_length_is_cut_and_done_with()
    {
        var huge = string.Concat(Enumerable.Repeat("a.b-c@ 1 2.3 +4 ", 100_000));

        Assert.True(Redaction.Redact(huge).Length <= Redaction.LongestText);
    }
}
