using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Suggestions;

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
    /// <summary>What holds where no rule matches.</summary>
    private static readonly PolicyRule Otherwise = new(
        "default", null, [], [], PolicyConditions.None, AutonomyLevel.Suggest, "no rule of the policy matches, so a person does it");

    private static readonly PolicyRule OtherwiseRuled = Otherwise with
    {
        Level = AutonomyLevel.Shadow, Because = "no rule of the policy names this action and these facts, so nothing is done",
    };

    private readonly RuleIndex _index = new(Rules);

    public IReadOnlyList<PolicyRule> Rules
    {
        get;
        init
        {
            field = value;
            _index = new RuleIndex(value);
        }
    } = Rules;

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

    /// <summary>
    /// The first rule that matches; where the class has several names, the strictest of what each name would get, so that
    /// renaming, splitting or merging classes never allows more than before.
    /// </summary>
    public PolicyRule RuleFor(PolicyFacts facts)
    {
        var anywhere = _index.Anywhere(facts);
        var otherwise = facts.Action.IsRuled() ? OtherwiseRuled : Otherwise;
        var strictest = _index.First(facts, facts.Class, anywhere) ?? otherwise;
        foreach (var name in facts.ClassNames)
        {
            var rule = _index.First(facts, name, anywhere) ?? otherwise;
            if (rule.Level < strictest.Level) strictest = rule;
        }

        return strictest;
    }
}
