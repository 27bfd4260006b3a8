using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Looks at every series under watch; one that cannot be looked at keeps no other from it.</summary>
/// <param name="tend">Null where the configuration keeps no changes.</param>
public sealed class ChangesTended(IReadOnlyList<Watched> watched, TendChanges? tend)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        if (tend is null) return new Handling.Done();
        var failures = new List<string>();
        foreach (var one in watched)
        {
            try
            {
                await tend.Tick(one, stop);
            }
            catch (Exception error) when (
                error is DeskUnavailableException or StoreUnavailableException or NotYetException or HttpRequestException)
            {
                failures.Add($"{one.Watch.Series}: {error.Message}");
            }
        }

        return failures.Count == 0 ? new Handling.Done() : new Handling.Again(string.Join("; ", failures));
    }
}
