using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// Compares what classes say with what they turned out to be: a class that is off loses autonomy, and one that needs a
/// higher threshold gets it. Only a person lowers a threshold.
/// </summary>
public sealed class WatchCalibration(
    TrackRecords records, TaxonomyBook taxonomy, Demote demote, Func<PolicyDocument> policy, Person self)
{
    public async Task Sweep(CancellationToken stop)
    {
        var settings = policy().Autonomy;
        var ofClass = new Dictionary<string, List<JudgedDecision>>(StringComparer.Ordinal);
        await foreach (var (key, record) in records.All(stop))
        {
            var judged = AutonomyLadder.Judged(record, settings, AutonomyLevel.Shadow);
            if (ObservedCalibration.Fall(judged, settings) is { } fall) await demote.To(key, fall, stop);
            if (!ofClass.TryGetValue(key.ClassId, out var all)) ofClass[key.ClassId] = all = [];
            all.AddRange(judged);
        }

        foreach (var (id, judged) in ofClass) await Raise(id, ObservedCalibration.Threshold(judged, settings), settings, stop);
    }

    private async Task Raise(string id, double? threshold, AutonomySettings settings, CancellationToken stop)
    {
        if (threshold is not { } wanted || (await taxonomy.Read(stop)).ById(id) is not { IsRetired: false } one) return;
        if (one.Threshold >= wanted) return;
        var because = string.Create(
            CultureInfo.InvariantCulture, $"from {wanted:0.000} on the observed precision meets {settings.TargetPrecision:0.00}");
        await taxonomy.Change(
            ReceiptKind.ThresholdSet, one.Label, because, self,
            before => before.ById(id)?.Threshold >= wanted
                ? new TaxonomyAnswer.Changed(before)
                : ChangeTaxonomy.SetThreshold(before, one.Label, wanted),
            stop);
    }
}
