using ItsmAi.Desk.Tickets;
using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>
/// Writes one ticket as one person would: a title, a complaint, sometimes a detail, and all that stands around it.
/// </summary>
internal static class TicketWriter
{
    private const double OwnLanguageShare = 0.3;
    private const double VagueTitleShare = 0.08;
    private const double TwoSymptomsShare = 0.12;
    private const double DetailShare = 0.65;

    private static readonly string[] VagueTitles =
        ["Problem", "Need help", "Question", "IT issue", "FW: problem", "Urgent"];

    public static Draft Write(Topic topic, Requester who, Slots slots, Random random)
    {
        var (impact, scope) = Gravity.ImpactOf(random, topic.IsOutage ? Impact.High : null);
        var (urgency, hurry) = Gravity.UrgencyOf(random, topic.IsOutage ? Urgency.High : null);
        var foreign = who.Language switch { "de" => topic.German, "fr" => topic.French, _ => [] };
        if (foreign.Count > 0 && random.Chance(OwnLanguageShare))
            return Parted(random.OneOf(foreign), who, slots, random) with { Urgency = Urgency.Medium };
        var at = random.Next(topic.Symptoms.Count);
        var title = random.Chance(VagueTitleShare) ? random.OneOf(VagueTitles) : topic.TitleFor(at, random);
        var complaint = new List<string> { topic.Symptoms[at] };
        if (random.Chance(TwoSymptomsShare)) complaint.Add(random.OneOf(topic.Symptoms));
        if (random.Chance(DetailShare)) complaint.Add(random.OneOf(topic.Details));
        complaint.AddRange([scope, hurry]);
        var body = Letter.Around(string.Join(' ', complaint.Distinct().Where(part => part.Length > 0)), who, random);
        return new Draft(
            Typing.Hurried(slots.Fill(title), random), Typing.Hurried(slots.Fill(body), random), impact, urgency);
    }

    /// <summary>A ticket whose words are given as title and body, parted by a bar.</summary>
    public static Draft Parted(string both, Requester who, Slots slots, Random random)
    {
        var bar = both.IndexOf('|', StringComparison.Ordinal);
        var body = random.Chance(0.5) ? $"{both[(bar + 1)..]}\n{who.Name}" : both[(bar + 1)..];
        return new Draft(slots.Fill(both[..bar]), slots.Fill(body), Impact.Low, Urgency.Low);
    }
}
