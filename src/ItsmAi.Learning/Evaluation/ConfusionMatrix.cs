namespace ItsmAi.Learning.Evaluation;

/// <summary>How often each label was predicted where each label was true.</summary>
public sealed class ConfusionMatrix
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _byTruth = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _labels = new(StringComparer.Ordinal);

    /// <summary>The labels that occur among the true or the predicted ones, in ordinal order.</summary>
    public IReadOnlyCollection<string> Labels => _labels;

    /// <summary>How many rows were counted.</summary>
    public int Rows { get; private set; }

    /// <summary>How many rows were predicted rightly.</summary>
    public int Right { get; private set; }

    /// <summary>The share of right rows; 0 of none.</summary>
    public double Accuracy => Rows == 0 ? 0 : (double)Right / Rows;

    /// <summary>Counts one row; a missing prediction is wrong.</summary>
    public void Add(string truth, string? predicted)
    {
        Rows++;
        _labels.Add(truth);
        if (!_byTruth.TryGetValue(truth, out var predictions))
            _byTruth[truth] = predictions = new SortedDictionary<string, int>(StringComparer.Ordinal);
        string key = predicted ?? "";
        predictions[key] = predictions.GetValueOrDefault(key) + 1;
        if (predicted is null)
            return;
        _labels.Add(predicted);
        Right += string.Equals(truth, predicted, StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>How often the second label was predicted where the first was true.</summary>
    public int Count(string truth, string predicted) =>
        _byTruth.TryGetValue(truth, out var predictions) ? predictions.GetValueOrDefault(predicted) : 0;

    /// <summary>How many rows have the label.</summary>
    public int Truths(string label) => _byTruth.TryGetValue(label, out var predictions) ? predictions.Values.Sum() : 0;

    /// <summary>How many rows were given the label.</summary>
    public int Predictions(string label) => _byTruth.Values.Sum(predictions => predictions.GetValueOrDefault(label));
}
