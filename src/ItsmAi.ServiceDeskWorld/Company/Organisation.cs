using ItsmAi.Desk.People;
using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.ServiceDeskWorld.Company;

/// <summary>Brackwater Instruments: two hundred people at five sites, and the agents who help them.</summary>
public sealed class Organisation
{
    public const string Domain = "brackwater.example";

    private const int People = 200;
    private const int AgentsPerTeam = 4;
    private const double VipShare = 0.04;

    internal Organisation(int seed)
    {
        Requesters = [.. Enumerable.Range(0, People).Select(number => RequesterOf(seed, number))];
        Agents = [.. Queues.All.SelectMany((team, at) =>
            Enumerable.Range(0, AgentsPerTeam).Select(number => AgentOf(seed, team, (at * AgentsPerTeam) + number)))];
    }

    public IReadOnlyList<Requester> Requesters { get; }

    public IReadOnlyList<Agent> Agents { get; }

    public IReadOnlyList<Agent> AgentsOf(Team team) => [.. Agents.Where(agent => agent.Team == team)];

    private static Requester RequesterOf(int seed, int number)
    {
        var random = Draw.For(seed, "requester", number);
        var name = NameOf(random);
        var (site, code, language) = random.OneOf(PeopleNames.Sites);
        var account = $"{AccountOf(name)}{number:000}";
        return new Requester(
            new Person(account), name, $"{account}@{Domain}", random.OneOf(PeopleNames.Units), site, code,
            random.Chance(VipShare), language);
    }

    private static Agent AgentOf(int seed, Team team, int number)
    {
        var name = NameOf(Draw.For(seed, "agent", number));
        return new Agent(new Person($"agent-{AccountOf(name)}{number:00}"), name, team);
    }

    private static string NameOf(Random random) =>
        $"{random.OneOf(PeopleNames.Given)} {random.OneOf(PeopleNames.Family)}";

    private static string AccountOf(string name)
    {
        var letters = name.ToLowerInvariant().Replace('ö', 'o').Split(' ');
        return $"{letters[0][0]}.{letters[1]}";
    }
}
