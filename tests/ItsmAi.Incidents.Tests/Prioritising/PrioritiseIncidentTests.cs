using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Prioritising;

namespace ItsmAi.Incidents.Tests.Prioritising;

public sealed class PrioritiseIncidentTests
{
    [Fact]
    public void A_sure_impact_and_urgency_give_the_matrix_priority() =>
        Assert.Equal(Priority.P2, Suggest(null, ("High", 0.9), ("Medium", 0.8))!.Priority);

    [Fact]
    public void A_priority_that_somebody_set_is_never_touched() =>
        Assert.Null(Suggest(Priority.P4, ("High", 0.99), ("High", 0.99)));

    [Theory]
    [InlineData(0.59, 0.99)]
    [InlineData(0.99, 0.59)]
    public void An_unsure_axis_gives_no_priority(double impact, double urgency) =>
        Assert.Null(Suggest(null, ("High", impact), ("High", urgency)));

    [Theory]
    [InlineData("P1")]
    [InlineData("4")]
    [InlineData("critical")]
    public void A_label_outside_the_closed_list_gives_no_priority(string label) =>
        Assert.Null(Suggest(null, (label, 0.99), ("High", 0.99)));

    private static PrioritySuggestion? Suggest(Priority? set, (string Label, double P) impact, (string Label, double P) urgency) =>
        PrioritiseIncident.Suggest(
            set, [new Candidate(impact.Label, impact.P)], [new Candidate(urgency.Label, urgency.P)], ImpactUrgencyMatrix.Default);
}
