using ItsmAi.Desk.Tickets;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>How many are hit and how long it can wait, and the sentences that people say it with, if they do.</summary>
internal static class Gravity
{
    private static readonly (Impact Item, int Weight)[] Impacts =
        [(Impact.Low, 72), (Impact.Medium, 21), (Impact.High, 7)];

    private static readonly (Urgency Item, int Weight)[] Urgencies =
        [(Urgency.Low, 30), (Urgency.Medium, 52), (Urgency.High, 18)];

    private static readonly string[] ForAll =
    [
        "Nobody at {site} can work.", "The whole site is affected.", "Production is standing still.",
        "All colleagues in the building have the same.",
    ];

    private static readonly string[] ForSome =
    [
        "Our whole team in {unit} is affected.", "Several colleagues have the same.", "It concerns all of {unit}.",
        "Ten of us are waiting.",
    ];

    private static readonly string[] ForOne =
        ["Only I have it.", "It is just me as far as I know.", "", "", "Colleagues are fine.", ""];

    private static readonly string[] AtOnce =
    [
        "This is urgent, a customer is waiting.", "I need it within the hour.", "We have a deadline today!",
        "Please at once, I cannot do anything else.",
    ];

    private static readonly string[] Soon =
    [
        "Please have a look today if possible.", "", "", "I can work around it for now.", "Thanks for looking into it.",
    ];

    private static readonly string[] Later =
        ["No hurry.", "Whenever you have time.", "It can wait until next week.", "Not urgent."];

    /// <param name="known">Null: as grave as chance will have it.</param>
    public static (Impact Impact, string Says) ImpactOf(Random random, Impact? known)
    {
        var impact = known ?? random.Weighted(Impacts);
        return (impact, random.OneOf(impact switch
        {
            Impact.High => ForAll,
            Impact.Medium => ForSome,
            _ => ForOne,
        }));
    }

    /// <param name="known">Null: as urgent as chance will have it.</param>
    public static (Urgency Urgency, string Says) UrgencyOf(Random random, Urgency? known)
    {
        var urgency = known ?? random.Weighted(Urgencies);
        return (urgency, random.OneOf(urgency switch
        {
            Urgency.High => AtOnce,
            Urgency.Medium => Soon,
            _ => Later,
        }));
    }
}
