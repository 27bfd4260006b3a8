namespace ItsmAi.Learning.Text;

/// <summary>Takes the n-grams of a text one by one, each as a 64-bit key.</summary>
internal interface IGramSink
{
    /// <summary>A word, by its place among the words.</summary>
    void Word(ulong key, int word);

    /// <summary>This word and the next.</summary>
    void Pair(ulong key, int word);

    /// <summary>Three to five neighbouring characters of a word, its edges included.</summary>
    void Characters(ulong key, int word);
}
