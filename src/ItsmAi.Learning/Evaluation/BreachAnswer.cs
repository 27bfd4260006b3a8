using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// What a method said in one hour: when, the predicted hours to the breach (infinite for none), and where it has them the
/// probability and interval.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BreachAnswer(
    double Hour, double Predicted, double Probability = double.NaN, double Low = double.NaN, double High = double.NaN);
