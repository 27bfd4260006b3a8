using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Tests.Redacting;

public sealed class PlaceholdersTests
{
    [Fact]
    public void What_is_hidden_comes_back_and_one_value_has_one_mark()
    {
        var marks = new Placeholders("k3f9");
        var hidden = marks.Hide("kim@x.example asks 10.1.2.3 and kim@x.example waits");

        Assert.Equal("[email-1-k3f9] asks [ip-2-k3f9] and [email-1-k3f9] waits", hidden);
        Assert.Equal("answer to kim@x.example", marks.Restore("answer to [email-1-k3f9]"));
        Assert.Equal("answer to [email]", Placeholders.Plain("answer to [email-1-k3f9]"));
    }

    [Fact]
    public void A_mark_that_somebody_made_up_means_nothing()
    {
        var marks = new Placeholders("k3f9");
        marks.Hide("kim@x.example");

        Assert.Equal("[email-1-zzzz] [email-2-k3f9]", marks.Restore("[email-1-zzzz] [email-2-k3f9]"));
    }

    [Fact]
    public void Any_text_is_itself_again()
    {
        var random = new Random(11);
        for (var history = 0; history < 2_000; history++)
        {
            var marks = new Placeholders($"n{random.Next():x}");
            var texts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(0, 5)).Select(_ => Piece(random)))).ToList();
            var hidden = texts.ConvertAll(marks.Hide);

            Assert.Equal(texts, hidden.ConvertAll(marks.Restore));
        }
    }

    private static string Piece(Random random) => random.Next(3) switch
    {
        0 => SensitiveTexts.Kinds.Values.ElementAt(random.Next(SensitiveTexts.Kinds.Count))(random).Text,
        1 => SensitiveTexts.Ordinary.Values.ElementAt(random.Next(SensitiveTexts.Ordinary.Count))(random),
        _ => SensitiveTexts.Any(random, "[email]", "[secret-1-k3f9]", "[[", "]", "plain words"),
    };
}
