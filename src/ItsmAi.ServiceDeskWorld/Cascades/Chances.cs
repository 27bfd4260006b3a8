namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>Draws of lengths of time, in seconds.</summary>
internal static class Chances
{
    public static double Between(this Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    /// <summary>A lognormal draw by its median (Box and Muller, 1958).</summary>
    public static double LogNormal(this Random random, double median, double sigma) =>
        median * Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    /// <summary>The wait for the next of so many a day, at random times.</summary>
    public static double Wait(this Random random, double perDay) => -Math.Log(1 - random.NextDouble()) * 86_400 / perDay;
}
