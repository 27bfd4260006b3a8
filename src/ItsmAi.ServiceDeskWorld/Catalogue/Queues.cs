using ItsmAi.Desk.People;

namespace ItsmAi.ServiceDeskWorld.Catalogue;

/// <summary>The five teams, each with a queue of its name.</summary>
public static class Queues
{
    /// <summary>Where every ticket arrives.</summary>
    public static Team Intake { get; } = new("Service Desk");

    public static Team Network { get; } = new("Network");

    public static Team Identity { get; } = new("Identity");

    public static Team Applications { get; } = new("Applications");

    public static Team Hardware { get; } = new("Hardware");

    public static IReadOnlyList<Team> All { get; } = [Intake, Network, Identity, Applications, Hardware];
}
