using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Policy;

/// <summary>Policies and facts drawn from a few values, so that rules meet facts, overlap and tie.</summary>
internal sealed class Drawn(Random random)
{
    private static readonly string[] Names = ["vpn", "wifi", "mail", "VPN", "print", "payroll"];
    private static readonly string[] Teams = ["Network", "Identity", "Desk"];
    private static readonly double[] Bounds = [0, 0.5, 0.9, 1];

    public PolicyDocument Policy(string version = "p1") => Some.Policy(AutonomyLevel.Off) with
    {
        Version = version,
        Rules = [.. Enumerable.Range(0, random.Next(8)).Select(number => Rule($"rule-{number}"))],
    };

    public PolicyRule Rule(string name) => new(
        name, Maybe(() => Any<ActionKind>()), Several(Names), [.. Several(Teams).Select(team => new Team(team))],
        new PolicyConditions
        {
            ConfidenceAtLeast = Maybe(() => One(Bounds)),
            CompletenessAtLeast = Maybe(() => random.Next(3) * 50),
            Vip = Maybe(() => random.Next(2) == 0),
            Priorities = Several(Enum.GetValues<Priority>()),
        },
        Any<AutonomyLevel>(), $"because of {name}");

    public PolicyFacts Facts()
    {
        var name = One(Names);
        return new PolicyFacts(
            Any<ActionKind>(), name, Maybe(() => new Team(One(Teams))), Confidence.Of(One(Bounds)), random.Next(3) * 50,
            random.Next(4) == 0, Maybe(() => Any<Priority>()))
        {
            ClassNames = random.Next(3) == 0 ? [name, .. Several(Names)] : [name],
        };
    }

    public Some.RoutingLike Suggestion(string number) => Some.Suggestion(One(Bounds), random.Next(101), number) with
    {
        Class = One(Names),
        ClassNames = random.Next(3) == 0 ? [.. Several(Names)] : null,
        IsVip = random.Next(4) == 0,
        Change = new PlannedChange(Maybe(() => new Team(One(Teams))), "vpn", Maybe(() => Any<Priority>())),
        Basis = Some.Ticket(number).Fields with { Priority = Maybe(() => Any<Priority>()) },
    };

    public IReadOnlyList<Gate> Gates() =>
    [
        .. Enumerable.Range(0, random.Next(3)).Select(number => random.Next(2) == 0
            ? Gate.Pass($"gate-{number}", "fine")
            : Gate.Fail($"gate-{number}", "not fine", Any<AutonomyLevel>())),
    ];

    public T Any<T>()
        where T : struct, Enum => One(Enum.GetValues<T>());

    public T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private T? Maybe<T>(Func<T> draw)
        where T : struct => random.Next(2) == 0 ? draw() : null;

    private IReadOnlyList<T> Several<T>(T[] values) =>
        random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => One(values))];
}
