using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Standalone;

public sealed class TimerLoopTests
{
    private readonly ManualClock _clock = new();
    private readonly FakeHouse _house = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_timer_ticks_when_it_is_due_and_not_before()
    {
        await Run("0 */5 * * * *", async () =>
        {
            await _clock.Advance(TimeSpan.FromMinutes(4.9));
            Assert.Empty(_house.Ticks);
            await _clock.Advance(TimeSpan.FromMinutes(5.2));
        });

        Assert.Equal([At(5), At(10)], _house.Ticks);
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_made_up_for_once()
    {
        using var folder = new Folder();
        await Run("0 */5 * * * *", () => _clock.Advance(TimeSpan.FromMinutes(6)), folder);
        await _clock.Advance(TimeSpan.FromHours(3));

        await Run("0 */5 * * * *", () => _clock.Advance(TimeSpan.FromMinutes(5)), folder);

        Assert.Equal([At(5), At(185), At(190)], _house.Ticks);
    }

    [Fact]
    public async Task A_timer_that_never_ran_has_missed_nothing()
    {
        await Run("0 0 0 * * *", () => _clock.Advance(TimeSpan.FromHours(1)));

        Assert.Empty(_house.Ticks);
    }

    [Fact]
    public async Task A_tick_waits_for_the_one_before_it_and_then_comes_once()
    {
        var long_ = new TaskCompletionSource();
        _house.OnTick = async (_, _) =>
        {
            if (_house.Ticks.Count == 1) await long_.Task;
            return new Handling.Done();
        };

        await Run("0 */5 * * * *", async () =>
        {
            await _clock.Advance(TimeSpan.FromMinutes(23));
            Assert.Single(_house.Ticks);
            long_.SetResult();
            await ManualClock.Settle();
        });

        Assert.Equal([At(5), At(20)], _house.Ticks);
    }

    [Fact]
    public async Task What_may_work_later_is_tried_three_times_more_and_then_left_for_the_next_tick()
    {
        _house.OnTick = (_, _) => Task.FromResult<Handling>(new Handling.Again("the desk is down"));

        await Run("0 0 * * * *", () => _clock.Advance(TimeSpan.FromMinutes(65)));

        Assert.Equal([At(60), At(60), At(60), At(60)], _house.Ticks);
    }

    [Fact]
    public async Task A_fault_does_not_end_the_timer()
    {
        _house.OnTick = (_, _) => throw new InvalidOperationException("a fault of ours");

        await Run("0 0 * * * *", () => _clock.Advance(TimeSpan.FromMinutes(125)));

        Assert.Equal(8, _house.Ticks.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_silence_the_timer()
    {
        using var folder = new Folder();
        await using (var data = await DataFolder.OpenOrMake(folder.PathOf("data"), new(), _clock, Never))
            await new TimerBook(data.Records).Ran("timer", At(60 * 24 * 365), Never);

        await Run("0 */5 * * * *", () => _clock.Advance(TimeSpan.FromMinutes(6)), folder);

        Assert.Equal([At(5)], _house.Ticks);
    }

    private static DateTimeOffset At(double minutes) =>
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    private async Task Run(string schedule, Func<Task> meanwhile, Folder? kept = null)
    {
        using var own = new Folder();
        using var stop = new CancellationTokenSource();
        await using var data = await DataFolder.OpenOrMake((kept ?? own).PathOf("data"), new(), _clock, Never);
        var loop = new TimerLoop(
            "timer", CronSchedule.Read(schedule), _house.Build().DesksReconciled, new TimerBook(data.Records),
            TextWriter.Null, _clock).Run(stop.Token, Never);
        await ManualClock.Settle();
        await meanwhile();
        await stop.CancelAsync();
        await loop;
    }
}
