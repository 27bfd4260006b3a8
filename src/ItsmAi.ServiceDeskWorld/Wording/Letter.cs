using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>What stands around a complaint: a greeting, thanks, a signature, an older mail below.</summary>
internal static class Letter
{
    private static readonly string[] Greetings =
        ["Hello,", "Hi team,", "Dear service desk,", "Good morning,", "Hi", "", "", "Hello colleagues,"];

    private static readonly string[] Thanks =
        ["Thanks", "Thank you!", "Kind regards", "Best,", "", "", "Regards", "Many thanks in advance"];

    private const double SignatureShare = 0.35;
    private const double QuoteShare = 0.07;

    public static string Around(string complaint, Requester who, Random random)
    {
        var parts = new List<string> { random.OneOf(Greetings), complaint, random.OneOf(Thanks) };
        if (random.Chance(SignatureShare)) parts.Add(Signature(who));
        else if (random.Chance(0.5)) parts.Add(who.Name.Split(' ')[0]);
        if (random.Chance(QuoteShare)) parts.Add(Quote(who, random));
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static string Signature(Requester who) =>
        $"--\n{who.Name}\n{who.Unit}, Brackwater Instruments {who.Site}\n"
        + $"Phone +44 555 01{who.Account.Account[^2..]} | {who.Mail}";

    private static string Quote(Requester who, Random random) =>
        $"\nOn {random.OneOf(["Mon", "Tue", "Thu"])}, {who.Name} wrote:\n> {random.OneOf(
            [
                "I reported this before and it was closed without an answer.",
                "Please open a ticket for this, I can only take requests by mail.",
                "Forwarding this as you asked on the phone.",
            ])}\n> Thanks";
}
