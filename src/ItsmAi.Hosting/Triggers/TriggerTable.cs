using System.Text;

namespace ItsmAi.Hosting.Triggers;

/// <summary>The triggers as the table that the README shows.</summary>
public static class TriggerTable
{
    public static string Markdown(IReadOnlyList<Trigger> triggers)
    {
        var table = new StringBuilder("| function | set off by | what it does |\n|---|---|---|\n");
        foreach (var trigger in triggers) table.Append($"| `{trigger.Name}` | {When(trigger)} | {trigger.Purpose} |\n");
        return table.ToString();
    }

    private static string When(Trigger trigger) => trigger switch
    {
        Trigger.Webhook webhook => $"`{webhook.Method} /api/{webhook.Route}`",
        Trigger.Queue queue => $"a message in the queue `{queue.QueueName}`",
        Trigger.Timer timer => $"the clock: `{timer.Schedule}` (UTC)",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "not a trigger"),
    };
}
