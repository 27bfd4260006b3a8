namespace ItsmAi.Learning.Evaluation;

/// <summary>Probabilities and intervals as judged at cut points of many series.</summary>
public sealed class BreachCutPoints(double horizon)
{
    private readonly List<(double Probability, bool IsBreach)> _cuts = [];

    public int Cuts => _cuts.Count;
    public int Intervals { get; private set; }
    public int Covered { get; private set; }
    public double Brier => _cuts.Average(cut => Math.Pow(cut.Probability - (cut.IsBreach ? 1 : 0), 2));
    public double BaseRate => _cuts.Average(cut => cut.IsBreach ? 1.0 : 0);

    /// <summary>One minus the Brier score over that of always saying the base rate.</summary>
    public double Skill => 1 - (Brier / (BaseRate * (1 - BaseRate)));

    /// <summary>Right among those said to breach, and said to breach among those that did.</summary>
    public (int Right, int Said, int Breaching) AtHalf => (
        _cuts.Count(cut => cut.Probability >= 0.5 && cut.IsBreach), _cuts.Count(cut => cut.Probability >= 0.5),
        _cuts.Count(cut => cut.IsBreach));

    /// <summary>Takes an answer; a breach that does not come inside the run of the series counts against a closed interval.</summary>
    public void Add(BreachAnswer answer, double? breach, double endOfRun)
    {
        double left = (breach ?? double.PositiveInfinity) - answer.Hour;
        _cuts.Add((answer.Probability, left <= horizon));
        if (!(answer.Predicted <= horizon) || double.IsNaN(answer.Low)) return;
        if (breach is null && answer.Hour + answer.High > endOfRun) return;
        Intervals++;
        // An exact date is judged to the row.
        if (left >= answer.Low - 0.25 && left <= answer.High + 0.25) Covered++;
    }

    /// <summary>By fifths of what was said: how many, their mean probability and the share that breached.</summary>
    public IEnumerable<(int Count, double Said, double Came)> Calibration() => Enumerable.Range(0, 5)
        .Select(fifth => _cuts.Where(cut => Math.Min(4, (int)(cut.Probability * 5)) == fifth).ToList())
        .Select(cuts => cuts.Count == 0
            ? (0, double.NaN, double.NaN)
            : (cuts.Count, cuts.Average(cut => cut.Probability), cuts.Average(cut => cut.IsBreach ? 1.0 : 0)));
}
