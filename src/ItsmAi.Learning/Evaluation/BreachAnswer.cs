using System.Runtime.InteropServices;

namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// What a method said in one hour: the predicted hours to the breach, infinite for none, and its probability and interval
/// where it has them.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BreachAnswer(
    double Hour, double Predicted, double Probability = double.NaN, double Low = double.NaN, double High = double.NaN);
