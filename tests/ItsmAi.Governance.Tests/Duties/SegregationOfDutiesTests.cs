using System.Text.RegularExpressions;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Governance.Tests.Duties;

public sealed class SegregationOfDutiesTests
{
    private static readonly SegregationOfDuties Duties = new([new Person("itsmai"), new Person("rt-bot")]);

    public static TheoryData<string, string, string, string, string> Cases() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "duties.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (cells[0], Unescaped(cells[1]), cells[2], cells[3], cells[4])),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Who_may_is_what_the_table_says(string law, string approver, string other, string refused, string why)
    {
        var refusal = Ask(law, new Person(approver), other == "-" ? null : new Person(other));

        var expected = refused switch
        {
            "no" => null,
            "requester" => "asked for a ticket",
            "owner" => "the owner",
            "wrote" => "whoever wrote",
            "ai" => "an AI identity",
            "nobody" => "nobody is named",
            "unseen" => "nobody sees",
            _ => "is empty",
        };
        if (expected is null) Assert.True(refusal is null, why);
        else Assert.Contains(expected, refusal?.Says ?? $"nothing, though {why}", StringComparison.Ordinal);
    }

    [Fact]
    public void No_combination_lets_an_AI_identity_or_the_requester_through()
    {
        var random = new Random(20260302);
        var allowed = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var (approver, other) = (Name(random), Name(random));
            foreach (var law in new[] { "decision", "promotion", "policy", "risk" })
            {
                var barred = Barred(Plain(approver), Plain(other));
                var refusal = Ask(law, new Person(approver), new Person(other));
                Assert.True(barred == refusal is not null, $"run {run}: {law} by \"{approver}\" against \"{other}\": {refusal}");
                if (!barred) allowed++;
            }
        }

        Assert.InRange(allowed, 10_000, 70_000);
    }

    private static Refusal? Ask(string law, Person approver, Person? other) => law switch
    {
        "decision" => Duties.OfDecision(approver, other),
        "promotion" => Duties.OfPromotion(approver, other!.Value),
        "policy" => Duties.OfPolicy(approver, other),
        "risk" => Duties.OfRiskAcceptance(approver, other!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(law), law, "no law"),
    };

    /// <summary>One of a few accounts, spelled somehow.</summary>
    internal static string Name(Random random)
    {
        string[] accounts = ["itsmai", "rt-bot", "itsmai@example.org", "kim", "kim@example.org", "alex", "bo", "desk.lead", ""];
        var account = accounts[random.Next(accounts.Length)];
        var letters = account.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : letter).ToArray();
        string[] blanks = ["", " ", "\u00a0"];
        return blanks[random.Next(3)] + new string(letters) + blanks[random.Next(3)];
    }

    private static bool Barred(string by, string against) => by is "" or "itsmai" or "itsmai@example.org" or "rt-bot"
        || against.Length == 0 || Stem(by) == Stem(against);

    /// <summary>The person behind an account: here nobody has two addresses.</summary>
    internal static string Stem(string plain) => plain.Split('@')[0];

    internal static string Plain(string name) => name.Trim().ToLowerInvariant();

    private static string Unescaped(string cell) => Regex.Unescape(cell);
}
