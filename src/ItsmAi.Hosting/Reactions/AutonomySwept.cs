using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Looks at what classes have earned: proposes promotions, and watches calibration and the age of the categories.
/// </summary>
public sealed class AutonomySwept(Promotions promotions, WatchCalibration calibration, WatchTaxonomy taxonomy)
{
    public Task<Handling> Tick(DateTimeOffset due, CancellationToken stop) => Patiently(
        async () =>
        {
            await calibration.Sweep(stop);
            await promotions.Sweep(stop);
        });

    public Task<Handling> TickDaily(DateTimeOffset due, CancellationToken stop) => Patiently(() => taxonomy.Sweep(stop));

    private static async Task<Handling> Patiently(Func<Task> sweep)
    {
        try
        {
            await sweep();
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
