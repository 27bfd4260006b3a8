using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>Writes the desk's past: what was opened before the simulation begins, and how it ended.</summary>
internal sealed class PastTickets(int seed, DateTimeOffset start, TicketSource source)
{
    private const double MislabelledShare = 0.05;
    private const double PoorShare = 0.02;
    private const double NamesItemShare = 0.55;
    private const double NamesServiceShare = 0.7;
    private const double ReassignedShare = 0.28;

    /// <summary>How far the past reaches back.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(180);

    public PastTicket Write(int number, int count)
    {
        var random = Draw.For(seed, "past", number);
        var who = source.SomeRequester(random);
        var (truth, topic) = TicketSource.SomeTopic(random);
        var slots = source.SlotsFor(who, truth, random);
        var draft = random.Chance(PoorShare)
            ? TicketWriter.Parted(random.OneOf(OddTickets.Poor), who, slots, random)
            : TicketWriter.Write(topic, who, slots, random);
        var label = random.Chance(MislabelledShare) ? TicketSource.SomeCategory(random) : truth;
        var created = WorkingHours.Next(start - Reach + (Reach * ((number - random.NextDouble()) / (count + 1))));
        return new PastTicket(
            $"H{number:00000}", draft.Title, draft.Body, label.Id, truth.Id, label.Team, draft.Impact, draft.Urgency,
            random.Chance(NamesItemShare) ? slots.Item : null, random.Chance(NamesServiceShare) ? truth.Service : null,
            who.Account.Account, TicketSource.SomeChannel(random), created, created + WorkOn(random),
            random.Chance(ReassignedShare) ? random.Next(1, 4) : 0,
            random.OneOf(TicketSource.TopicFor(truth).Resolutions));
    }

    /// <summary>Log-normal, median about five hours: most are quick and a few take weeks.</summary>
    private static TimeSpan WorkOn(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return TimeSpan.FromMinutes(Math.Round(Math.Clamp(300 * Math.Exp(1.2 * normal), 5, 60_000)));
    }
}
