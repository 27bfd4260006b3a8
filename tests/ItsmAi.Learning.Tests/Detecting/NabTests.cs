using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Tests.Evaluation;

namespace ItsmAi.Learning.Tests.Detecting;

public sealed class NabTests
{
    [Fact]
    public void Real_anomalies_are_found_better_than_windows_of_a_normal_distribution_find_them()
    {
        List<NabSeries> series = NabCorpus.Open().ScoredByDetector();
        double[] found = [.. NabProfile.All.Select(profile => NabScore.Best(series, profile).Final)];
        string says = string.Join(", ", found) + ", transferred " + NabScore.Transferred(series, NabProfile.Standard)
            + ", threshold " + NabScore.Best(series, NabProfile.Standard).Threshold;
        TestContext.Current.SendDiagnosticMessage(says);
        // Windows of a normal distribution get 36.6 on these series.
        Assert.True(found[0] >= 65, says);
    }
}
