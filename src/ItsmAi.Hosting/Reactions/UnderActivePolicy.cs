using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Looks up which policy is in force before a message or tick is handled; where that cannot be said, nothing is done now.
/// </summary>
/// <param name="changed">Called where another policy is in force than before: who has the authority may have changed.</param>
public sealed class UnderActivePolicy(ActivePolicy active, Func<CancellationToken, Task> changed)
{
    // Others refresh it too, so what counts is what was announced.
    private volatile string _announced = active.Current.Version;

    public QueueReaction Before(QueueReaction reaction) => async (message, stop) =>
        await Obstacle(stop) is { } says ? new Handling.Again(says) : await reaction(message, stop);

    public TimerReaction Before(TimerReaction reaction) => async (due, stop) =>
        await Obstacle(stop) is { } says ? new Handling.Again(says) : await reaction(due, stop);

    private async Task<string?> Obstacle(CancellationToken stop)
    {
        try
        {
            await active.Refresh(stop);
            if (active.Current.Version is var version && version != _announced)
            {
                await changed(stop);
                _announced = version;
            }

            return null;
        }
        catch (Exception error) when (error is StoreUnavailableException or FormatException)
        {
            return error.Message;
        }
    }
}
