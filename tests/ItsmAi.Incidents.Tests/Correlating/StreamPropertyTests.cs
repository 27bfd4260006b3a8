using ItsmAi.Desk.Alerts;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Tests.Correlating;

/// <summary>What holds of every stream, tried on streams of chance.</summary>
public sealed class StreamPropertyTests
{
    private const int Streams = 30;

    [Fact]
    public void A_stream_cut_later_gives_the_same_partition_up_to_ten_minutes_before()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            var stream = Alerts.Stream(seed, 80);
            var whole = Partition(stream);
            for (var cut = 40; cut < stream.Count; cut += 97)
            {
                var part = Partition(stream[..cut]);
                var settled = stream[..cut].Count(arrival => arrival.Minute <= stream[cut - 1].Minute - 10);
                for (var one = 0; one < settled; one++)
                {
                    for (var other = 0; other < one; other++)
                        Assert.True((part[one] == part[other]) == (whole[one] == whole[other]), $"seed {seed}, cut {cut}, {other} and {one}");
                }
            }
        }
    }

    [Fact]
    public void Every_episode_is_counted_once_and_in_one_group()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            var state = CorrelationState.Empty;
            var last = new List<AlertGroup>();
            var stream = Alerts.Stream(seed, 80);
            foreach (var (minute, alert) in stream)
            {
                var step = CorrelateAlert.Step(state, alert, Alerts.Start.AddMinutes(minute), Alerts.Rules);
                state = step.State;
                last.AddRange(step.AgedOut);
                Assert.Contains(step.What.Line, step.What.Group.Lines);
                Assert.Contains(step.What.Group, state.Groups);
            }

            last.AddRange(state.Groups);
            Assert.Equal(last.Count, last.Select(group => group.Id).Distinct(StringComparer.Ordinal).Count());
            Assert.All(last, group => Assert.Equal(
                group.Lines.Count, group.Lines.Select(line => line.Fingerprint).Distinct(StringComparer.Ordinal).Count()));
        }
    }

    [Fact]
    public void Sending_every_alert_twice_changes_nothing_but_the_duplicates()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            var stream = Alerts.Stream(seed, 60);
            var once = Partition(stream);
            var twice = Partition([.. stream.SelectMany(arrival => new[] { arrival, arrival })]);

            Assert.Equal(once, twice.Where((_, at) => at % 2 == 0));
        }
    }

    [Fact]
    public void A_resolved_group_takes_in_nothing_after_the_return_window()
    {
        for (var seed = 0; seed < Streams; seed++)
        {
            var state = CorrelationState.Empty;
            foreach (var (minute, alert) in Alerts.Stream(seed, 80))
            {
                var now = Alerts.Start.AddMinutes(minute);
                var before = state;
                var step = CorrelateAlert.Step(state, alert, now, Alerts.Rules);
                state = step.State;
                if (alert.Status != AlertStatus.Firing || step.What is Correlated.Repeated) continue;
                var old = before.Groups.FirstOrDefault(group => group.Id == step.What.Group.Id);
                Assert.False(old?.ClearedAt is { } cleared && now - cleared > Alerts.Rules.ReturnWithin);
            }
        }
    }

    [Fact]
    public void A_state_that_was_stored_and_read_goes_on_as_if_it_had_not_been()
    {
        var stream = Alerts.Stream(7, 60);
        var (kept, stored) = (CorrelationState.Empty, CorrelationState.Empty);
        foreach (var (minute, alert) in stream)
        {
            var at = Alerts.Start.AddMinutes(minute);
            kept = CorrelateAlert.Step(kept, alert, at, Alerts.Rules).State;
            stored = CorrelationJson.ReadState(CorrelationJson.Write(CorrelateAlert.Step(stored, alert, at, Alerts.Rules).State));
        }

        Assert.Equal(CorrelationJson.Write(kept), CorrelationJson.Write(stored));
    }

    [Fact]
    public void The_state_lets_go_of_what_is_over()
    {
        var state = CorrelationState.Empty;
        foreach (var (minute, alert) in Alerts.Stream(3, 400)) state = CorrelateAlert.Step(state, alert, Alerts.Start.AddMinutes(minute), Alerts.Rules).State;

        Assert.Empty(LetTimePass.Until(state, Alerts.Start.AddDays(3), Alerts.Rules).State.Groups);
    }

    private static List<string> Partition(IReadOnlyList<(double Minute, Alert Alert)> stream)
    {
        var state = CorrelationState.Empty;
        var into = new Dictionary<string, string>(StringComparer.Ordinal);
        var said = new List<string>();
        foreach (var (minute, alert) in stream)
        {
            var step = CorrelateAlert.Step(state, alert, Alerts.Start.AddMinutes(minute), Alerts.Rules);
            state = step.State;
            foreach (var absorbed in step.Absorbed) into[absorbed.Group] = absorbed.Into;
            said.Add(step.What.Group.Id);
        }

        foreach (var absorbed in LetTimePass.Until(state, state.ArrivedUntil + Alerts.Rules.SettlesAfter, Alerts.Rules).Absorbed)
            into[absorbed.Group] = absorbed.Into;
        return [.. said.Select(Last)];

        string Last(string group)
        {
            while (into.TryGetValue(group, out var next)) group = next;
            return group;
        }
    }
}
