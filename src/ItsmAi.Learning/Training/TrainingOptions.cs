namespace ItsmAi.Learning.Training;

/// <summary>What may be set for a training run; the same options and rows give the same model, byte for byte.</summary>
public sealed record TrainingOptions
{
    // Many rows need less trust in each: half the cost was the better choice above this many.
    private const int ManyRows = 20_000;

    /// <summary>
    /// From here on one part of a fifth is held out once; below, each fifth in turn, so that more rows judge.
    /// </summary>
    public const int RowsForOneHoldOut = 10_000;

    /// <summary>The price of a row on the wrong side; left out, 1, or 0.5 above 20,000 rows.</summary>
    public double? Cost { get; init; }

    /// <summary>In how many parts the rows are dealt to judge the model on parts it did not see.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What every random choice is drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many processors may be used; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told the share of the work that is done, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    internal double CostFor(int rows) => Cost ?? (rows > ManyRows ? 0.5 : 1);
}
