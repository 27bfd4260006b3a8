using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Looks at every series under watch.</summary>
/// <param name="tend">Null where the configuration keeps no changes.</param>
public sealed class ChangesTended(IReadOnlyList<Watched> watched, TendChanges? tend)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop) => tend is null
        ? new Handling.Done()
        : await EachInTurn.Do(watched, one => one.Watch.Series, tend.Tick, stop);
}
