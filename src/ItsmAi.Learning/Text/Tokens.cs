namespace ItsmAi.Learning.Text;

/// <summary>
/// The words of one text in lower case, laid side by side with one space before, between and after them, so that a
/// word with its edges is a slice of the letters. Reused from text to text; holds no string of its own.
/// </summary>
public sealed class Tokens
{
    private char[] _letters = new char[512];
    private int[] _starts = new int[64];
    private int _written;
    private int _wordStart;

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>A word, in lower case.</summary>
    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_starts[word], _starts[word + 1] - _starts[word] - 1);

    /// <summary>A word with the space before and after it: its edges count as letters of its n-grams.</summary>
    public ReadOnlySpan<char> WithEdges(int word) =>
        _letters.AsSpan(_starts[word] - 1, _starts[word + 1] - _starts[word] + 1);

    internal bool InWord => _written > _wordStart;

    internal int WordLength => _written - _wordStart;

    internal void Clear(int capacity)
    {
        // Each character becomes at most itself and a space.
        if (_letters.Length < (2 * capacity) + 2)
            _letters = new char[(2 * capacity) + 2];
        _letters[0] = ' ';
        _written = 1;
        _wordStart = 1;
        _starts[0] = 1;
        Count = 0;
    }

    internal void Append(char letter) => _letters[_written++] = letter;

    internal void EndWord()
    {
        _letters[_written++] = ' ';
        Count++;
        if (Count + 1 > _starts.Length)
            Array.Resize(ref _starts, 2 * _starts.Length);
        _starts[Count] = _written;
        _wordStart = _written;
    }

    internal void DropWord() => _written = _wordStart;
}
