namespace ItsmAi.Hosting.Demo.Disks;

/// <summary>The simulated company's clock for the days that are told in a moment.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    public void PassUntil(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}
