using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Demo.Playing;

/// <summary>What has happened so far, for the summary. Counts only; of the lines it keeps the latest.</summary>
internal sealed class DemoTally
{
    private const int MostKept = 60;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, DemoLine> _latest = [];
    private readonly SortedDictionary<string, int> _heldBack = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private VerificationReport? _verified;

    public void Arrived() => Count("arrived");

    public void Add(DemoLine line)
    {
        lock (_lock)
        {
            _latest[line.Arrival.Number] = line;
            if (_latest.Count > MostKept) _latest.Remove(_latest.Keys.First());
            Count(Kind(line));
            if (line.IsActed) Count(line.IsRight ? "acted right" : "acted wrong");
            if (line.IsOverridden) Count("overridden");
            if (line.IsAccepted) Count("accepted");
            if (line.Trail.Verdict is not (Verdict.Observe or Verdict.Refuse)) return;
            var why = $"{(line.Trail.Verdict == Verdict.Refuse ? "refused" : "observed")}: {line.Decided.Because}";
            _heldBack[why] = _heldBack.GetValueOrDefault(why) + 1;
        }
    }

    public void Verified(VerificationReport report)
    {
        lock (_lock) _verified = report;
    }

    public IReadOnlyList<DemoLine> Latest(int most)
    {
        lock (_lock) return [.. _latest.Values.TakeLast(most)];
    }

    public IReadOnlyList<string> Lines()
    {
        lock (_lock)
        {
            var acted = Of("acted right") + Of("acted wrong");
            return
            [
                $"arrived             {Of("arrived"),5}",
                $"routed              {Of("routed"),5}   to the right team: {Of("acted right")} of {acted}",
                $"left to a person    {Of("suggested"),5}   with a suggestion on the ticket",
                $"asked               {Of("asked"),5}   a question instead of a guess",
                $"only observed       {Of("observed"),5}",
                $"refused             {Of("refused"),5}",
                $"not applied         {Of("not applied"),5}   somebody was faster, or the desk refused",
                $"people agreed       {Of("accepted"),5}   and overrode {Of("overridden")}",
                $"receipts            {_verified?.Verified ?? 0,5}   {Holds()}",
                .. _heldBack.Select(reason => $"  {reason.Value,3} {reason.Key}"),
            ];
        }
    }

    private string Holds() => _verified switch
    {
        null => "not verified yet",
        { Holds: true } => $"verified {_verified.Verified} of {_verified.Verified}",
        _ => $"verified, and {_verified.Faults.Count} DO NOT HOLD: {_verified.Faults[0]}",
    };

    private static string Kind(DemoLine line) => line switch
    {
        { Trail.Verdict: Verdict.Refuse } => "refused",
        { Trail.Verdict: Verdict.Observe } => "observed",
        { IsApplied: false } => "not applied",
        { IsQuestion: true } => "asked",
        { Trail.Verdict: Verdict.Act } => "routed",
        _ => "suggested",
    };

    private void Count(string what)
    {
        lock (_lock) _counts[what] = Of(what) + 1;
    }

    private int Of(string what) => _counts.GetValueOrDefault(what);
}
