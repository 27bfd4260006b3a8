using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>What a timer does for each of several: one that cannot be done now keeps no other from it.</summary>
internal static class EachInTurn
{
    public static async Task<Handling> Do<TOne>(
        IEnumerable<TOne> all, Func<TOne, string> nameOf, Func<TOne, CancellationToken, Task> act, CancellationToken stop)
    {
        var failures = new List<string>();
        foreach (var one in all)
        {
            try
            {
                await act(one, stop);
            }
            catch (Exception error) when (error is DeskUnavailableException or StoreUnavailableException or NotYetException)
            {
                failures.Add($"{nameOf(one)}: {error.Message}");
            }
        }

        return failures.Count == 0 ? new Handling.Done() : new Handling.Again(string.Join("; ", failures));
    }
}
