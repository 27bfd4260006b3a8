using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// Says whether all receipts hold, without walking them for each reader: a report is shown for at least twenty times as
/// long as it took to make, so that looking never costs more than a twentieth of the time.
/// </summary>
internal sealed class ReceiptWatch(IRecordStore store, IAnchorStore? anchors, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (VerificationReport Report, DateTimeOffset At, DateTimeOffset Until)? _last;

    public async Task<(VerificationReport Report, DateTimeOffset At)> Report(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_last is { } last && clock.GetUtcNow() < last.Until) return (last.Report, last.At);
            var began = clock.GetTimestamp();
            var report = await VerifyReceipts.Walk(store, anchors, progress: null, stop);
            var pause = clock.GetElapsedTime(began) * 20;
            var now = clock.GetUtcNow();
            _last = (report, now, now + (pause > Least ? pause : Least));
            return (report, now);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
