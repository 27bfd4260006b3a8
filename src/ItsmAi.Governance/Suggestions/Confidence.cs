namespace ItsmAi.Governance.Suggestions;

/// <summary>A calibrated probability, 0 to 1: of 100 suggestions at 0.9, about 90 turn out right.</summary>
public readonly record struct Confidence
{
    private Confidence(double value) => Value = value;

    public double Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">Not a number from 0 to 1.</exception>
    public static Confidence Of(double value) =>
        value is >= 0 and <= 1
            ? new Confidence(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "a confidence is a number from 0 to 1");

    /// <summary>The word that stands beside the number in a note, so that a reader need not judge the scale.</summary>
    public string InWords() => Value switch
    {
        >= 0.95 => "almost certain",
        >= 0.85 => "very likely",
        >= 0.70 => "likely",
        >= 0.50 => "possible",
        _ => "unsure",
    };

    public override string ToString() => Value.ToString("0.00");
}
