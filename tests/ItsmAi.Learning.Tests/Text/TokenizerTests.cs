using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Tests.Text;

public sealed class TokenizerTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "", "" },
        { "  \t\r\n", "" },
        { "VPN fails, again", "vpn|fails|again" },
        { "location_143 caller_id_2403", "location_143|caller_id_2403" },
        { "don't re-open", "don|t|re|open" },
        { "Zażółć GĘŚLĄ jaźń", "zażółć|gęślą|jaźń" },
        { "Ошибка ВХОДА", "ошибка|входа" },
        { "कृपया मदद", "कृपया|मदद" },
        { "无法登录", "无|法|登|录" },
        { "𝒜𝓑 \U0001F600 x", "𝒜𝓑|x" },
        { "a\0b\u0007c\u202Ed\u200Be\u2066f", "a|b|c|d|e|f" },
        { "lone \uD800 surrogate\uDC00", "lone|surrogate" },
        { "0x80070005 {3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "0x80070005|3f2504e0|4f89|11d3|9a0c|0305e82c3301" },
        { "<p class=\"x\">No <b>mail</b>&nbsp;today<br/></p>", "no|mail|today" },
        { "<style>p { color: red }</style>kept<script>x()</script>", "kept" },
        { "<!-- gone -->kept", "kept" },
        { "if a <b and c> d", "if|a|b|and|c|d" },
        { "From: Mary <mary@example.org>\n> quoted & more", "from|mary|mary|example|org|quoted|more" },
        { "unclosed <div and more", "unclosed|div|and|more" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_becomes_words(string text, string words) => Assert.Equal(words, string.Join('|', Words(text)));

    [Fact]
    public void A_run_too_long_to_be_a_word_is_left_out() =>
        Assert.Equal(["a", "b"], Words($"a {new string('x', Tokenizer.LongestWord + 1)} b"));

    [Fact]
    public void A_huge_text_is_read_to_the_cap_only() =>
        Assert.Equal(Tokenizer.LongestText / 2, Words(string.Concat(Enumerable.Repeat("x ", 1_000_000))).Length);

    [Fact]
    public void Any_characters_at_all_are_survived_and_words_are_lower_case_without_spaces()
    {
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++)
        {
            char[] letters = new char[random.Next(0, 80)];
            for (int at = 0; at < letters.Length; at++)
                letters[at] = (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x80));
            Assert.All(Words(new string(letters)), word =>
            {
                Assert.NotEmpty(word);
                Assert.DoesNotContain(' ', word);
                Assert.Equal(word.ToLowerInvariant(), word);
            });
        }
    }

    [Fact]
    public void A_word_with_its_edges_has_a_space_on_either_side()
    {
        var tokens = new Tokens();
        Tokenizer.Read("Ab cd", tokens);
        Assert.Equal(" ab ", tokens.WithEdges(0).ToString());
        Assert.Equal(" cd ", tokens.WithEdges(1).ToString());
    }

    private static string[] Words(string text)
    {
        var tokens = new Tokens();
        Tokenizer.Read(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(word => tokens[word].ToString())];
    }
}
