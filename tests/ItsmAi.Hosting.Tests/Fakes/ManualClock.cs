namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>A clock that moves when a test says so, and rings what is due then.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    // Some ten seconds: what is not done by then waits for something else.
    private const int MostRounds = 500;

    private readonly Lock _door = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = now;

    public ManualClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_door) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves on to each alarm in turn, so that what one sets for later rings too.</summary>
    public async Task Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next(end) is { } alarm)
        {
            alarm.Ring();
            await Settle();
        }

        lock (_door) _now = end;
        await Settle();
    }

    /// <summary>Lets what was woken run until it waits for the clock again, or other tests have kept the pool busy for long.</summary>
    public static async Task Settle()
    {
        for (var (quiet, rounds) = (0, 0); quiet < 3 && rounds < MostRounds; rounds++)
        {
            for (var turn = 0; turn < 50; turn++) await Task.Yield();
            await Task.Delay(20, TestContext.Current.CancellationToken);
            quiet = ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
        }
    }

    private Alarm? Next(DateTimeOffset end)
    {
        lock (_door)
        {
            var next = _alarms.Where(alarm => alarm.At <= end).MinBy(alarm => alarm.At);
            if (next is null) return null;
            if (next.At > _now) _now = next.At;
            _alarms.Remove(next);
            return next;
        }
    }

    private sealed class Alarm(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._door)
            {
                clock._alarms.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                At = clock._now + dueTime;
                clock._alarms.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._door) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
