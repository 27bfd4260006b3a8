using System.Runtime.InteropServices;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>A document in the index: its terms by number and how often they stand in title and body.</summary>
internal sealed class DocumentEntry
{
    private const int MostCounted = ushort.MaxValue;

    private DocumentEntry(
        IndexedDocument document, long order, (int Term, ushort Title, ushort Body)[] terms, int titleWords, int bodyWords)
    {
        (Document, Order, Terms, TitleWords, BodyWords) = (document, order, terms, titleWords, bodyWords);
    }

    public IndexedDocument Document { get; }

    /// <summary>Of equally good ones the lower is found first.</summary>
    public long Order { get; }

    public (int Term, ushort Title, ushort Body)[] Terms { get; }

    public int TitleWords { get; }

    public int BodyWords { get; }

    /// <summary>One over the length of its vector; 0 for a document that says nothing.</summary>
    public double PerLength { get; set; }

    /// <param name="numberOf">Numbers a term by its key.</param>
    public static DocumentEntry Of(IndexedDocument document, long order, Func<ulong, int> numberOf)
    {
        var places = new Dictionary<int, int>();
        var terms = new List<(int Term, ushort Title, ushort Body)>();
        int titleWords = Count(document.Title, isTitle: true);
        int bodyWords = Count(document.Body, isTitle: false);
        return new DocumentEntry(document, order, [.. terms], titleWords, bodyWords);

        int Count(string text, bool isTitle)
        {
            int words = 0;
            QueryTerms.Walk(Tokenizer.Shared(text), (key, isPair, _) =>
            {
                words += isPair ? 0 : 1;
                int term = numberOf(key);
                ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, term, out bool known);
                if (!known)
                {
                    place = terms.Count;
                    terms.Add((term, 0, 0));
                }

                var counted = terms[place];
                terms[place] = isTitle
                    ? counted with { Title = Next(counted.Title) }
                    : counted with { Body = Next(counted.Body) };
            });
            return words;
        }
    }

    private static ushort Next(ushort count) => (ushort)Math.Min(count + 1, MostCounted);
}
