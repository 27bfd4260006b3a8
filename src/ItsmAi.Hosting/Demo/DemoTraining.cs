using ItsmAi.Hosting.Files;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Demo;

/// <summary>
/// Learns from the simulated company's past. The thresholds are measured on a sample whose labels a person checked, as
/// a desk should: on labels with mistakes no threshold can vouch for more than the labels are right.
/// </summary>
internal static class DemoTraining
{
    public const int Learned = 1800;
    public const int Checked = 700;

    public static LabelledModels Train(World world, CancellationToken stop)
    {
        var history = world.History(Learned + Checked);
        LabelledText[] seen = [.. history.Take(Learned).Select(past => Row(past, past.Label))];
        LabelledText[] audited = [.. history.Skip(Learned).Select(past => Row(past, past.Truth))];
        return LabelledModels.Train(
            (seen, audited), [ModelFile.Category, "impact", "urgency"], new TrainingOptions { Seed = world.Seed }, stop);
    }

    private static LabelledText Row(PastTicket past, string category) => new(
        past.Number,
        $"{past.Title}\n{past.Description}",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ModelFile.Category] = category,
            ["impact"] = $"{past.Impact}",
            ["urgency"] = $"{past.Urgency}",
        });
}
