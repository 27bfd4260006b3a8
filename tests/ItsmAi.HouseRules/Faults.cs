namespace ItsmAi.HouseRules;

/// <summary>Names every offender, where a collection assertion would cut the list.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
