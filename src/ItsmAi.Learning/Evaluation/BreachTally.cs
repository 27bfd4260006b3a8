namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// The hourly rule: an alarm begins when the predicted time is within the horizon in three hours running; it is true when
/// the breach comes within two horizons; after a false one come six quiet hours; while it stays on nothing more counts.
/// </summary>
public sealed class BreachTally(double horizon)
{
    private readonly List<double> _errors = [];
    private readonly List<double> _leads = [];

    public int Series { get; private set; }
    public int Breaching { get; private set; }
    public int Detected { get; private set; }
    public int FalseAlarms { get; private set; }
    public double Weeks { get; private set; }

    public WilsonInterval Interval => WilsonInterval.Of(Detected, Breaching);
    public double Share => Breaching == 0 ? double.NaN : (double)Detected / Breaching;
    public double FalsePerWeek => Weeks > 0 ? FalseAlarms / Weeks : double.NaN;
    public double MedianError => Median(_errors);
    public double MedianLead => Median(_leads);

    /// <summary>Adds a series: what was said hour by hour, and the hour of the breach, if any.</summary>
    public void Add(IReadOnlyList<BreachAnswer> answers, double? breach)
    {
        Series++;
        if (breach is not null) Breaching++;
        Weeks += answers.Count / 168.0;
        int running = 0;
        bool isOn = false;
        double quietUntil = double.NegativeInfinity;
        double earliest = double.NaN;
        foreach (var answer in answers)
        {
            bool isWithin = answer.Predicted <= horizon;
            double left = (breach ?? double.PositiveInfinity) - answer.Hour;
            if (left <= horizon) _errors.Add(Math.Abs(answer.Predicted - left) / left);
            running = isWithin ? running + 1 : 0;
            if (!isWithin) isOn = false;
            if (isOn || running < 3) continue;
            if (left <= 2 * horizon)
            {
                isOn = true;
                if (double.IsNaN(earliest)) earliest = left;
            }
            else if (answer.Hour >= quietUntil)
            {
                isOn = true;
                FalseAlarms++;
                quietUntil = answer.Hour + 6;
            }
        }

        if (double.IsNaN(earliest)) return;
        _leads.Add(earliest);
        if (earliest >= horizon / 4) Detected++;
    }

    private static double Median(List<double> numbers) =>
        numbers.Count == 0 ? double.NaN : numbers.Order().ElementAt(numbers.Count / 2);
}
