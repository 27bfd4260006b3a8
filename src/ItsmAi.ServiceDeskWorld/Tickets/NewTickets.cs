using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Company;
using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>
/// Writes the tickets that arrive: mostly ordinary, some odd, and now and then the burst of an outage.
/// </summary>
internal sealed class NewTickets(int seed, DateTimeOffset start, Organisation organisation, TicketSource source)
{
    private const double NamesItemShare = 0.55;
    private const double NamesServiceShare = 0.7;
    private const int OutageEvery = 150;
    private const int OutageFirst = 28;
    private const int OutageLength = 9;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan BetweenInOutage = TimeSpan.FromSeconds(40);

    private static readonly (ArrivalKind Item, int Weight)[] Kinds =
    [
        (ArrivalKind.Ordinary, 84), (ArrivalKind.Poor, 7), (ArrivalKind.Ordering, 4), (ArrivalKind.Foreign, 5),
    ];

    private static readonly Topic Outage = new(["network-connectivity"])
    {
        IsOutage = true,
        Titles =
        [
            "No internet at all",
            "Network down",
            "Nothing works in {site}",
            "Whole floor without network",
            "Kein Netz in {site}",
        ],
        Symptoms =
        [
            "Since a few minutes the whole network in {site} is down, wifi and cable.",
            "No internet and no server can be reached from {site}.",
            "Everybody on {floor} lost the network at the same time.",
        ],
        Details =
        [
            "Phones are dead too.",
            "The switch cabinet beeps.",
            "Gateway does not answer.",
            "Started at once for all of us.",
        ],
    };

    public IEnumerable<Arrival> All()
    {
        var at = start;
        for (var number = 1; ; number++)
        {
            var random = Draw.For(seed, "arrival", number);
            var outage = InOutage(number);
            at = WorkingHours.Next(at + ((outage ? BetweenInOutage : Between) * -Math.Log(1 - random.NextDouble())));
            yield return outage ? OfOutage(number, at, random) : Write(number, at, random.Weighted(Kinds), random);
        }
    }

    private static bool InOutage(int number) =>
        number >= OutageFirst && (number - OutageFirst) % OutageEvery < OutageLength;

    private Arrival Write(int number, DateTimeOffset at, ArrivalKind kind, Random random)
    {
        var who = source.SomeRequester(random);
        var (truth, topic) = TicketSource.SomeTopic(random);
        var slots = source.SlotsFor(who, truth, random);
        var draft = kind switch
        {
            ArrivalKind.Poor => TicketWriter.Parted(random.OneOf(OddTickets.Poor), who, slots, random),
            ArrivalKind.Foreign => TicketWriter.Parted(random.OneOf(OddTickets.Foreign), who, slots, random),
            _ => TicketWriter.Write(topic, who, slots, random),
        };
        if (kind == ArrivalKind.Ordering) draft = draft with { Body = WithOrder(draft.Body, slots, random) };
        var names = kind is ArrivalKind.Ordinary or ArrivalKind.Ordering;
        return Of(number, at, (kind, kind == ArrivalKind.Foreign ? null : truth), draft, who, random) with
        {
            ConfigurationItem = names && random.Chance(NamesItemShare) ? slots.Item : null,
            Service = names && random.Chance(NamesServiceShare) ? truth.Service : null,
        };
    }

    private Arrival OfOutage(int number, DateTimeOffset at, Random random)
    {
        var site = organisation.Requesters[(number - OutageFirst) / OutageEvery % organisation.Requesters.Count].Site;
        var who = random.OneOf([.. organisation.Requesters.Where(requester => requester.Site == site)]);
        var category = Categories.NetworkConnectivity;
        var slots = source.SlotsFor(who, category, random);
        var draft = TicketWriter.Write(Outage, who, slots, random);
        return Of(number, at, (ArrivalKind.Outage, category), draft, who, random) with { Service = category.Service };
    }

    private static string WithOrder(string body, Slots slots, Random random)
    {
        var order = slots.Fill(random.OneOf(OddTickets.Orders));
        return random.Chance(0.5) ? $"{order}\n{body}" : $"{body}\n{order}";
    }

    private static Arrival Of(
        int number,
        DateTimeOffset at,
        (ArrivalKind Kind, Category? Truth) what,
        Draft draft,
        Requester who,
        Random random) => new(
            number, at, draft.Title, draft.Body, who,
            ConfigurationItem: null, Service: null, TicketSource.SomeChannel(random),
            what.Kind, what.Truth, draft.Impact, draft.Urgency);
}
