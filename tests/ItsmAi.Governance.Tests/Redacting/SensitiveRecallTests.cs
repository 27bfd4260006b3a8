using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Tests.Redacting;

public sealed class SensitiveRecallTests(ITestOutputHelper output)
{
    private const int Each = 500;

    public static TheoryData<string> Kinds() => new(SensitiveTexts.Kinds.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_each_kind_at_least_98_in_100_are_hidden(string kind)
    {
        var random = new Random(2027);
        var seen = new List<string>();
        for (var draw = 0; draw < Each; draw++)
        {
            var (hidden, text) = SensitiveTexts.Kinds[kind](random);
            var around = $"{Word(random)} {text} {Word(random)}";
            if (Redaction.Redact(around).Contains(hidden, StringComparison.Ordinal)) seen.Add(around);
        }

        output.WriteLine($"{kind}: {Each - seen.Count} of {Each} hidden\n{string.Join('\n', seen.Take(5))}");
        Assert.True(seen.Count <= Each * 0.02, string.Join('\n', seen.Take(10)));
    }

    [Fact]
    public void Of_ordinary_technical_tokens_at_most_2_in_100_are_hidden()
    {
        var random = new Random(2028);
        var (all, hidden) = (0, new List<string>());
        foreach (var (kind, draw) in SensitiveTexts.Ordinary)
        {
            for (var turn = 0; turn < Each; turn++, all++)
            {
                var token = draw(random);
                var around = $"{Word(random)} {token} {Word(random)}";
                if (!Redaction.Redact(around).Contains(token, StringComparison.Ordinal)) hidden.Add($"{kind}: {around} became {Redaction.Redact(around)}");
            }
        }

        output.WriteLine($"{hidden.Count} of {all} hidden\n{string.Join('\n', hidden.Take(20))}");
        Assert.True(hidden.Count <= all * 0.02, string.Join('\n', hidden.Take(30)));
    }

    private static string Word(Random random) => SensitiveTexts.Any(random, "since", "we", "the", "please", "heute", "not", "it", "VPN", "Drucker", "hello,");
}
