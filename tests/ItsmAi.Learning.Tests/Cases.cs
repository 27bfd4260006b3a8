namespace ItsmAi.Learning.Tests;

/// <summary>Rows of a text table under Cases/, the header left out.</summary>
public static class Cases
{
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file))
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','));
}
