namespace ItsmAi.ServiceDeskWorld;

/// <summary>
/// Seeded chance: every ticket draws from a source of its own, made of the world's seed, what is drawn and its
/// number, so
/// that tickets come out the same whatever order they are asked for in.
/// </summary>
internal static class Draw
{
    public static Random For(int seed, string stream, long number)
    {
        ulong mixed = (uint)seed;
        foreach (var letter in stream) mixed = Mix(mixed ^ letter);
        return new Random((int)(Mix(mixed ^ (ulong)number) & int.MaxValue));
    }

    public static T OneOf<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    /// <summary>One of the items, each as often as its weight says.</summary>
    public static T Weighted<T>(this Random random, IReadOnlyList<(T Item, int Weight)> items)
    {
        var ticket = random.Next(items.Sum(item => item.Weight));
        foreach (var (item, weight) in items)
        {
            if (ticket < weight) return item;
            ticket -= weight;
        }

        throw new InvalidOperationException("the weights changed while one was drawn");
    }

    /// <summary>
    /// SplitMix64's finaliser (Steele, Lea and Flood, 2014): neighbouring inputs give unrelated outputs.
    /// </summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
