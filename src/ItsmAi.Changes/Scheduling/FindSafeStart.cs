using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Scheduling;

/// <summary>
/// Looks for the latest start of a change, from the deadline back. Each time that cannot be is named with what stands
/// against it, and the search goes on at the first minute before that.
/// </summary>
public static class FindSafeStart
{
    public static SafeStart Find(ScheduleRequest request, ChangeCalendar calendar)
    {
        var search = new Search(request, calendar);
        var rejected = new List<RejectedStart>();
        DateTimeOffset? safe = null;
        for (var at = search.Nominal; at >= search.NotBefore;)
        {
            var against = search.OnTheItem(at);
            if (against is null) safe ??= at;
            if ((against ?? search.InTheTeam(at)) is not var (obstacle, next))
                return new SafeStart(search.MustEndBy, search.Nominal, safe, at, rejected);
            rejected.Add(obstacle);
            at = next;
        }

        return new SafeStart(search.MustEndBy, search.Nominal, safe, null, rejected);
    }

    /// <summary>A duration in whole minutes, rounded up.</summary>
    internal static TimeSpan Minutes(TimeSpan duration) =>
        TimeSpan.FromMinutes((duration.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute);

    private sealed class Search
    {
        private readonly ScheduleRequest _request;
        private readonly TimeSpan _duration;
        private readonly IReadOnlyList<Freeze> _freezes;
        private readonly IReadOnlyList<BookedChange> _onItem;
        private readonly ILookup<string, BookedChange> _ofTeam;
        private readonly TeamCapacity _team;
        private readonly WindowHours _windows;
        private readonly int _aiPerWeek;

        public Search(ScheduleRequest request, ChangeCalendar calendar)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.Duration, TimeSpan.Zero, nameof(request));
            _request = request;
            _duration = Minutes(request.Duration);
            MustEndBy = Floor(request.FailsAt - request.Margin);
            Nominal = MustEndBy - _duration;
            var floor = Floor(request.NotBefore);
            NotBefore = floor < request.NotBefore ? floor + TimeSpan.FromMinutes(1) : floor;
            _freezes = [.. calendar.FreezesOn(request.Item).OrderBy(one => one.From).ThenBy(one => one.Id, StringComparer.Ordinal)];
            _team = calendar.CapacityOf(request.Team);
            _windows = new WindowHours(request.Windows, _team.Zone);
            _aiPerWeek = _team.AiPerWeek(calendar.AiShare);
            var others = calendar.Booked
                .Where(one => one.Id != request.Change)
                .OrderBy(one => one.Start)
                .ThenBy(one => one.Id, StringComparer.Ordinal);
            _onItem = [.. others.Where(one => one.Item.Equals(request.Item.Id, StringComparison.OrdinalIgnoreCase))];
            _ofTeam = others.Where(one => one.Team == request.Team).ToLookup(one => TeamClock.Week(one.Start, _team.Zone));
        }

        public DateTimeOffset MustEndBy { get; }

        public DateTimeOffset Nominal { get; }

        public DateTimeOffset NotBefore { get; }

        /// <summary>What no place in the team would help against, and the next start to look at.</summary>
        public (RejectedStart Why, DateTimeOffset Next)? OnTheItem(DateTimeOffset at)
        {
            var end = at + _duration;
            if (_freezes.FirstOrDefault(one => one.Overlaps(at, end)) is { } freeze)
                return (new(at, StartObstacle.Freeze, freeze.Id, $"freeze {freeze.Id}: {freeze.Because}"), Floor(freeze.From - _duration));
            if (_windows.LatestStart(at, _duration, NotBefore) is not { } open)
                return (new(at, StartObstacle.Window, "", "no window has room from here back"), DateTimeOffset.MinValue);
            if (open < at) return (new(at, StartObstacle.Window, "", "it is outside the windows of the model"), Floor(open));
            return _onItem.FirstOrDefault(one => one.Overlaps(at, end)) is { } other
                ? (new(at, StartObstacle.Collision, other.Id, $"change {other.Id} is on {other.Item} then"), Floor(other.Start - _duration))
                : null;
        }

        /// <summary>What the team's week leaves no place for.</summary>
        public (RejectedStart Why, DateTimeOffset Next)? InTheTeam(DateTimeOffset at)
        {
            var week = TeamClock.Week(at, _team.Zone);
            var booked = _ofTeam[week].ToList();
            if (booked.Count >= _team.PerWeek)
                return Before(StartObstacle.Capacity, $"{_team.Team} has {booked.Count} of {_team.PerWeek} changes in {week}");
            var ai = booked.Count(one => one.IsAiProposed);
            return _request.IsAiProposed && ai >= _aiPerWeek
                ? Before(StartObstacle.AiShare, $"AI has proposed {ai} of the {_aiPerWeek} changes in {week} that are its share")
                : null;

            (RejectedStart Why, DateTimeOffset Next) Before(StartObstacle obstacle, string says) =>
                (new(at, obstacle, week, says), TeamClock.BeforeWeek(at, _team.Zone));
        }

        private static DateTimeOffset Floor(DateTimeOffset moment) =>
            new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
    }
}
