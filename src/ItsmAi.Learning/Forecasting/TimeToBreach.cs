namespace ItsmAi.Learning.Forecasting;

/// <summary>Hours until the breach: the median and the 80 % interval, which is open where more than a tenth never breaches.</summary>
public sealed record TimeToBreach(double Median, double Low, double? High);
