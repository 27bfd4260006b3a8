using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Signals;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Signals;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Signals;

/// <summary>
/// Somebody pushes measurements: what is right is stored before it is answered, what is wrong is named with its line, and a
/// series that comes in another unit is its owner's to mend, for nothing can be foreseen of it.
/// </summary>
/// <param name="tokens">The Bearer tokens of each sender.</param>
/// <param name="known">The series of the registry that are pushed.</param>
public sealed class SignalsReceived(
    IReadOnlyDictionary<string, IReadOnlyList<string>> tokens,
    IReadOnlyDictionary<string, WatchedSeries.Measured> known,
    SignalBook book,
    ObligationBook obligations,
    Func<PolicyDocument> policy,
    TimeProvider clock)
{
    // The answer is read by people; a file of nothing but faults is not told back.
    private const int MostFaults = 20;

    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        if (!tokens.TryGetValue(call.RouteValues["source"], out var its)) return WebAnswer.Error(404, "source: there is none of that name");
        if (!BearerToken.Verify(call.Headers, its)) return WebAnswer.Error(401, "the token does not fit");
        var (points, read) = SignalLines.Read(call.Body.Span, known, clock.GetUtcNow());
        var faults = read.ToList();
        try
        {
            var taken = 0;
            foreach (var series in points.GroupBy(one => one.Series.Name, StringComparer.Ordinal))
            {
                var (added, others) = await book.Keep(series.Key, [.. series], stop);
                taken += added;
                faults.AddRange(others.Select(Another));
            }

            foreach (var fault in faults) await Owe(fault, stop);
            var told = Told(taken, points.Count - taken - (faults.Count - read.Count), [.. faults.OrderBy(fault => fault.Line)]);
            return WebAnswer.Json(taken == 0 && points.Count == 0 && faults.Count > 0 ? 400 : 202, told);
        }
        catch (StoreUnavailableException)
        {
            return WebAnswer.Error(503, "it cannot be stored now; send it again").With("Retry-After", "5");
        }
    }

    private static SignalFault Another(PushedPoint one) => new(
        one.Line,
        FormattableString.Invariant($"value: {one.Point.Value} is another than was told first for {one.Point.At:O}; use one value a time"));

    private Task Owe(SignalFault fault, CancellationToken stop)
    {
        if (fault.OtherUnit is not { } series) return Task.CompletedTask;
        var now = clock.GetUtcNow();
        return obligations.Add(
            new Obligation
            {
                // One a series and day: what is not mended is owed again.
                Id = $"unit-{series.Name}-{now.UtcDateTime:yyyyMMdd}",
                Owner = series.Owner,
                RaisedAt = now,
                DueAt = policy().DecideBy(now),
                Says = $"{series.Name} is sent in another unit than {series.Unit}, and nothing of it is taken: "
                    + "mend the sender, or the unit and the limit in the registry",
                About = series.Name,
                Kind = ObligationKind.Repair,
                Practice = "changes",
            },
            stop);
    }

    private static byte[] Told(int taken, int known, IReadOnlyList<SignalFault> faults)
    {
        var listed = string.Join(',', faults.Take(MostFaults).Select(fault => $"\"{JsonEncodedText.Encode(fault.ToString())}\""));
        return Encoding.UTF8.GetBytes(
            $$"""{"accepted":{{taken}},"duplicates":{{known}},"refused":{{faults.Count}},"problems":[{{listed}}]}""");
    }
}
