namespace ItsmAi.Benchmarks;

/// <summary>One start, in milliseconds.</summary>
/// <param name="Cpu">Processor time until the first answer.</param>
/// <param name="FirstTriage">Until the first handled message; null where no configuration was named.</param>
public sealed record StartFigures(double FirstAnswer, double Cpu, double? FirstTriage);
