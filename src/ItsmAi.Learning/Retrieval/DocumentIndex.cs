using System.Runtime.InteropServices;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>
/// Finds documents by a question: TF-IDF cosine over words and pairs of words, fused with BM25F over title and body. Documents come,
/// change and go at any time; what is found is what an index made anew would find. Safe for several threads.
/// </summary>
public sealed class DocumentIndex
{
    private readonly Lock _door = new();
    private readonly KeyTable _numbers = new(1 << 12);
    private readonly List<List<Posting>> _postings = [];
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<DocumentEntry?> _entries = [];
    private readonly Stack<int> _free = new();
    private double[] _cosines = [];
    private double[] _fields = [];
    private FieldLengths[] _lengths = [];
    private long _next;
    private long _titleWords;
    private long _bodyWords;
    private bool _isMeasured;

    public int Count
    {
        get
        {
            lock (_door) return _slots.Count;
        }
    }

    /// <summary>Adds the document, or takes it in the place of the one of its id.</summary>
    public void Put(IndexedDocument document)
    {
        lock (_door)
        {
            long order = _slots.TryGetValue(document.Id, out int there) ? _entries[there]!.Order : _next++;
            Drop(document.Id);
            int slot = _free.TryPop(out int free) ? free : _entries.Count;
            if (slot == _entries.Count) _entries.Add(null);
            DocumentEntry entry = DocumentEntry.Of(document, order, NumberOf);
            (_entries[slot], _slots[document.Id]) = (entry, slot);
            foreach ((int term, ushort title, ushort body) in entry.Terms) _postings[term].Add(new Posting(slot, title, body));
            _titleWords += entry.TitleWords;
            _bodyWords += entry.BodyWords;
            _isMeasured = false;
        }
    }

    /// <summary>False where there was none.</summary>
    public bool Remove(string id)
    {
        lock (_door)
        {
            if (!Drop(id)) return false;
            _isMeasured = false;
            return true;
        }
    }

    /// <summary>The best documents, the best first; none that shares no word with the question.</summary>
    /// <param name="may">Which documents may be found, by their id; null: all.</param>
    /// <param name="closeness">
    /// A third opinion from 0 to 1 on a document by its id, such as the cosine of embeddings; it weighs as much as the cosine of
    /// words, and finds documents that share no word. Null where there is none.
    /// </param>
    public IReadOnlyList<DocumentHit> Search(
        string question, int top, Func<string, bool>? may = null, Func<string, double>? closeness = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        List<QueryTerm> terms = QueryTerms.Of(question);
        lock (_door)
        {
            if (!_isMeasured) Measure();
            Sum(terms);
            return [.. Best(top, may, closeness).Select(found => Hit(found, terms))];
        }
    }

    private int NumberOf(ulong key)
    {
        int number = _numbers.Add(key);
        if (number == _postings.Count) _postings.Add([]);
        return number;
    }

    private bool Drop(string id)
    {
        if (!_slots.Remove(id, out int slot)) return false;
        DocumentEntry entry = _entries[slot]!;
        foreach ((int term, _, _) in entry.Terms)
        {
            List<Posting> list = _postings[term];
            int at = list.FindIndex(posting => posting.Slot == slot);
            list[at] = list[^1];
            list.RemoveAt(list.Count - 1);
        }

        _titleWords -= entry.TitleWords;
        _bodyWords -= entry.BodyWords;
        _entries[slot] = null;
        _free.Push(slot);
        return true;
    }

    /// <summary>How rare a word is changes with every document, and with it the length of every vector.</summary>
    private void Measure()
    {
        double[] rarities = [.. _postings.Select(list => DocumentRules.CosineRarity(_slots.Count, list.Count))];
        double perTitle = _titleWords > 0 ? (double)_slots.Count / _titleWords : 0;
        double perBody = _bodyWords > 0 ? (double)_slots.Count / _bodyWords : 0;
        (_cosines, _fields, _lengths) = (new double[_entries.Count], new double[_entries.Count], new FieldLengths[_entries.Count]);
        for (int slot = 0; slot < _entries.Count; slot++)
        {
            if (_entries[slot] is not { } entry) continue;
            double sum = 0;
            foreach ((int term, ushort title, ushort body) in entry.Terms)
            {
                double weight = DocumentRules.Weight(title, body) * rarities[term];
                sum += weight * weight;
            }

            entry.PerLength = sum > 0 ? 1 / Math.Sqrt(sum) : 0;
            _lengths[slot] = DocumentRules.Lengths(entry.TitleWords * perTitle, entry.BodyWords * perBody);
        }

        _isMeasured = true;
    }

    private void Sum(List<QueryTerm> terms)
    {
        Array.Clear(_cosines);
        Array.Clear(_fields);
        double length = 0;
        foreach (QueryTerm term in terms)
        {
            int number = _numbers.Find(term.Key);
            int with = number < 0 ? 0 : _postings[number].Count;
            if (with == 0) continue;
            double rarity = DocumentRules.CosineRarity(_slots.Count, with);
            double asked = DocumentRules.Damped(term.Count) * rarity;
            length += asked * asked;
            Span<Posting> postings = CollectionsMarshal.AsSpan(_postings[number]);
            foreach (ref readonly Posting posting in postings)
                _cosines[posting.Slot] += asked * rarity * DocumentRules.Weight(posting.Title, posting.Body);
            if (term.IsPair) continue;
            double rare = DocumentRules.FieldsRarity(_slots.Count, with) * term.Count;
            foreach (ref readonly Posting posting in postings)
                _fields[posting.Slot] += rare * DocumentRules.Fields(posting.Title, posting.Body, _lengths[posting.Slot]);
        }

        double perLength = length > 0 ? 1 / Math.Sqrt(length) : 0;
        for (int slot = 0; slot < _cosines.Length; slot++)
            if (_cosines[slot] > 0) _cosines[slot] *= perLength * _entries[slot]!.PerLength;
    }

    private List<Found> Best(int top, Func<string, bool>? may, Func<string, double>? closeness)
    {
        var (found, most) = (new List<Found>(), new Found(0, 0, 0, 0));
        for (int slot = 0; slot < _cosines.Length; slot++)
        {
            if ((_cosines[slot] <= 0 && closeness is null) || _entries[slot] is not { } entry) continue;
            string id = entry.Document.Id;
            double close = closeness?.Invoke(id) ?? 0;
            if ((_cosines[slot] <= 0 && close <= 0) || may?.Invoke(id) == false) continue;
            found.Add(new Found(slot, _cosines[slot], _fields[slot], close));
            most = new Found(
                0, Math.Max(most.Cosine, _cosines[slot]), Math.Max(most.Fields, _fields[slot]), Math.Max(most.Close, close));
        }

        // The least of the best so far stands first in the queue.
        var best = new PriorityQueue<Found, (double Score, long Before)>();
        double whole = 1 + DocumentRules.FieldsShare + (most.Close > 0 ? 1 : 0);
        foreach (Found one in found)
        {
            double score = (Share(one.Cosine, most.Cosine) + (DocumentRules.FieldsShare * Share(one.Fields, most.Fields))
                + Share(one.Close, most.Close)) / whole;
            (double, long) rank = (score, -_entries[one.Slot]!.Order);
            if (best.Count < top) best.Enqueue(one with { Score = score }, rank);
            else if (best.TryPeek(out _, out (double, long) least) && rank.CompareTo(least) > 0)
                best.DequeueEnqueue(one with { Score = score }, rank);
        }

        var ranked = new Found[best.Count];
        for (int at = ranked.Length - 1; at >= 0; at--) ranked[at] = best.Dequeue();
        return [.. ranked];
    }

    private DocumentHit Hit(Found found, List<QueryTerm> terms)
    {
        DocumentEntry entry = _entries[found.Slot]!;
        var counts = entry.Terms.ToDictionary(term => term.Term);
        var (shares, rarities) = (new List<TermShare>(), new Dictionary<ulong, double>());
        foreach (QueryTerm term in terms)
        {
            int number = _numbers.Find(term.Key);
            if (number < 0 || !counts.TryGetValue(number, out var counted)) continue;
            double rarity = DocumentRules.CosineRarity(_slots.Count, _postings[number].Count);
            if (!term.IsPair) rarities[term.Key] = rarity;
            double weight = DocumentRules.Damped(term.Count) * rarity * rarity * DocumentRules.Weight(counted.Title, counted.Body);
            shares.Add(new TermShare(term.Written, weight, counted.Title > 0));
        }

        double all = shares.Sum(share => share.Share);
        return new DocumentHit(
            entry.Document.Id, found.Score, Math.Min(1, found.Cosine), FindPassage.In(entry.Document.Body, rarities),
            [.. shares.OrderByDescending(share => share.Share).Take(5).Select(share => share with { Share = share.Share / all })]);
    }

    private static double Share(double value, double most) => most > 0 ? value / most : 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Slot, ushort Title, ushort Body);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Found(int Slot, double Cosine, double Fields, double Close)
    {
        public double Score { get; init; }
    }
}
