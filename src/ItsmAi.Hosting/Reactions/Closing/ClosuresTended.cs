using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>Looks after the resolved tickets and the duplicates of every desk.</summary>
/// <param name="desks">What is to be done, by the name of the desk.</param>
public sealed class ClosuresTended(IReadOnlyList<(string Name, Func<CancellationToken, Task> Tend)> desks)
{
    public Task<Handling> Tick(DateTimeOffset due, CancellationToken stop) =>
        EachInTurn.Do(desks, one => one.Name, (one, token) => one.Tend(token), stop);
}
