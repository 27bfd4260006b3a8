using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// What an organisation allows: rules in order, the first that matches wins, and Suggest where none does.
/// </summary>
/// <param name="Version">The first 12 characters of the file's SHA-256; every receipt names it.</param>
/// <param name="Owner">Who answers for the practice where no nearer owner is known.</param>
/// <param name="DecideWithin">How long a proposal may wait for a person.</param>
/// <param name="ActsPerTicketAndHour">The write budget: beyond it the ticket is left to people.</param>
public sealed record PolicyDocument(
    string Version,
    Person Owner,
    TimeSpan DecideWithin,
    int ActsPerTicketAndHour,
    IReadOnlyList<PolicyRule> Rules)
{
    private static readonly PolicyRule Otherwise = new(
        "default", null, [], [], PolicyConditions.None, AutonomyLevel.Suggest, "no rule of the policy matches, so a person does it");

    /// <summary>Who wrote this policy; they may not be the one who puts it into force. Null where it does not say.</summary>
    public Person? Author { get; init; }

    /// <summary>Classes for which a change of what is done takes two people.</summary>
    public IReadOnlyList<string> Protected { get; init; } = [];

    public AutonomySettings Autonomy { get; init; } = new();

    public BrakeSettings Brakes { get; init; } = new();

    /// <summary>When people work; due dates fall into it.</summary>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.Always;

    public ObligationSettings Obligations { get; init; } = new();

    /// <summary>When somebody has to have decided on what came up at this moment.</summary>
    public DateTimeOffset DecideBy(DateTimeOffset from) => Calendar.Due(from, DecideWithin);

    public PolicyRule RuleFor(PolicyFacts facts) => Rules.FirstOrDefault(rule => rule.Matches(facts)) ?? Otherwise;
}
