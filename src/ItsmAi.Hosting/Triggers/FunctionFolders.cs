namespace ItsmAi.Hosting.Triggers;

/// <summary>
/// The folders by which the Functions host knows its functions, one a trigger, each with its function.json.
/// </summary>
public static class FunctionFolders
{
    public static async Task Write(IReadOnlyList<Trigger> triggers, string directory, CancellationToken stop)
    {
        foreach (var trigger in triggers)
        {
            var folder = Directory.CreateDirectory(Path.Combine(directory, trigger.Name));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "function.json"), FunctionJson.Write(trigger), stop);
        }
    }
}
