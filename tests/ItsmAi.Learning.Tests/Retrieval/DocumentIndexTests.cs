using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Learning.Tests.Retrieval;

public sealed class DocumentIndexTests
{
    private static readonly string[] Words =
        ["vpn", "printer", "driver", "mailbox", "quota", "concentrator", "error", "809", "restart", "certificate", "Drucker", "Passwort", "the", "and", "is", "tunnel"];

    [Fact]
    public void The_article_that_answers_is_found_with_its_passage_and_why()
    {
        var index = Library();

        var hit = index.Search("error 809 on the vpn", 3)[0];

        Assert.Equal("vpn", hit.Id);
        var body = Bodies["vpn"];
        Assert.Contains("Error 809 means", body.Substring(hit.Passage.Start, hit.Passage.Length), StringComparison.Ordinal);
        Assert.Contains(hit.Because, share => share is { Term: "error 809", InTitle: false });
        Assert.Contains(hit.Because, share => share is { Term: "vpn", InTitle: true });
        Assert.InRange(hit.Because.Sum(share => share.Share), 0.5, 1.0000001);
        Assert.InRange(hit.Cosine, 0.05, 1);
        Assert.Equal(1, hit.Score, 6);
    }

    [Fact]
    public void Other_endings_of_a_word_meet_and_words_that_say_nothing_find_nothing()
    {
        var index = Library();

        Assert.Equal("printer", index.Search("printers printing", 1)[0].Id);
        Assert.Empty(index.Search("what is the and of it, wie und der", 3));
        Assert.Empty(index.Search("", 3));
    }

    [Fact]
    public void What_may_not_be_found_is_not_and_moves_nothing_of_the_rest()
    {
        var index = Library();

        var without = index.Search("vpn error 809 on the printer", 3, id => id != "vpn");

        Assert.DoesNotContain(without, hit => hit.Id == "vpn");
        Assert.Equal(1, without[0].Score, 6);
    }

    [Fact]
    public void A_third_opinion_finds_what_shares_no_word()
    {
        var index = Library();

        Assert.Equal("mail", index.Search("correspondence exceeded", 3, closeness: id => id == "mail" ? 0.9 : 0.1)[0].Id);
        Assert.DoesNotContain(index.Search("vpn", 3), hit => hit.Id == "mail");
    }

    [Fact]
    public void Of_two_that_say_the_same_the_earlier_is_first_also_after_an_edit()
    {
        var index = new DocumentIndex();
        foreach (var id in new[] { "b", "a", "c" }) index.Put(new IndexedDocument(id, "VPN", "the same text"));
        index.Put(new IndexedDocument("b", "VPN", "the same text"));

        Assert.Equal(["b", "a", "c"], index.Search("vpn text", 3).Select(hit => hit.Id));
    }

    [Fact]
    public void After_any_edits_it_finds_what_an_index_made_anew_finds()
    {
        var random = new Random(21);
        for (var history = 0; history < 2_000; history++)
        {
            var index = new DocumentIndex();
            var documents = new List<IndexedDocument>();
            for (var edit = 0; edit < random.Next(1, 14); edit++)
            {
                var id = $"d{random.Next(6)}";
                var at = documents.FindIndex(document => document.Id == id);
                if (random.Next(4) == 0)
                {
                    Assert.Equal(at >= 0, index.Remove(id));
                    if (at >= 0) documents.RemoveAt(at);
                }
                else
                {
                    var document = new IndexedDocument(id, Text(random, 3), Text(random, 12));
                    index.Put(document);
                    if (at >= 0) documents[at] = document;
                    else documents.Add(document);
                }

                if (random.Next(3) == 0) index.Search(Text(random, 3), 2);
            }

            var anew = new DocumentIndex();
            foreach (var document in documents) anew.Put(document);
            var question = Text(random, 5);
            var (one, two) = (index.Search(question, 10), anew.Search(question, 10));
            Assert.Equal(two.Select(hit => (hit.Id, hit.Passage)), one.Select(hit => (hit.Id, hit.Passage)));
            Assert.All(one.Zip(two), pair => Assert.Equal(pair.Second.Score, pair.First.Score, 9));
            Assert.All(one.Zip(two), pair => Assert.Equal(pair.Second.Cosine, pair.First.Cosine, 9));
            Assert.All(one, hit => Assert.InRange(hit.Score, 1e-12, 1 + 1e-9));
            Assert.Equal(documents.Count, index.Count);
        }
    }

    [Fact]
    public void A_body_of_megabytes_and_a_question_of_megabytes_are_read_to_their_bound()
    {
        var index = Library();
        index.Put(new IndexedDocument("log", "A log", string.Concat(Enumerable.Repeat("vpn tunnel error 809\n", 250_000))));

        Assert.Equal(2, index.Search(string.Concat(Enumerable.Repeat("vpn error ", 100_000)), 2).Count);
    }

    [Fact]
    public void A_passage_is_a_few_sentences_and_its_place_is_exact()
    {
        var random = new Random(9);
        for (var round = 0; round < 500; round++)
        {
            var index = new DocumentIndex();
            var body = string.Join(random.Next(2) == 0 ? ". " : "\n", Enumerable.Range(0, random.Next(1, 30)).Select(_ => Text(random, random.Next(1, 40))));
            index.Put(new IndexedDocument("one", "title", body));
            foreach (var hit in index.Search($"title {Text(random, 4)}", 1))
            {
                Assert.InRange(hit.Passage.Start, 0, body.Length);
                Assert.InRange(hit.Passage.Length, 0, 400);
                var said = body.Substring(hit.Passage.Start, hit.Passage.Length);
                Assert.True(said.Length == 0 || (said == said.Trim()) || said.Length == 400, $"\"{said}\"");
            }
        }
    }

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["vpn"] = "It concerns people at home.\n\nError 809 means that the tunnel is blocked. Restart the concentrator client.\n\nAsk the network team otherwise.",
        ["printer"] = "Install the driver. A printer that prints blank pages needs a new drum.",
        ["mail"] = "A mailbox has a quota of 50 GB. Archive what is older than a year.",
    };

    private static DocumentIndex Library()
    {
        var index = new DocumentIndex();
        index.Put(new IndexedDocument("vpn", "VPN drops", Bodies["vpn"]));
        index.Put(new IndexedDocument("printer", "Printer does not print", Bodies["printer"]));
        index.Put(new IndexedDocument("mail", "Mailbox is full", Bodies["mail"]));
        return index;
    }

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
