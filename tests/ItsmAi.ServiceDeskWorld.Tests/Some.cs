namespace ItsmAi.ServiceDeskWorld.Tests;

/// <summary>What does not matter to a test.</summary>
internal static class Some
{
    public static DateTimeOffset Monday { get; } = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    public static World World(int seed = 7) => new(seed, Monday);
}
