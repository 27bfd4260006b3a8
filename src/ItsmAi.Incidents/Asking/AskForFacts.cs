using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Asking;

/// <summary>A poor ticket gets one clear question instead of a guess.</summary>
public static class AskForFacts
{
    /// <summary>The class of a ticket that says too little to be routed.</summary>
    public const string Incomplete = "incomplete";

    public static QuestionSuggestion Suggest(Ticket ticket, Completeness completeness, TriageFacts facts) => new()
    {
        Subject = ticket.Id,
        Occasion = facts.Occasion,
        Class = Incomplete,
        Confidence = Confidence.Of(1),
        Headline = $"ask the requester for {InOneSentence(completeness.Missing)}",
        Because = [$"completeness {completeness.Score} of 100: too little to route by"],
        Gates = facts.Gates,
        Change = PlannedChange.NoteOnly,
        Basis = ticket.Fields,
        Completeness = completeness.Score,
        IsVip = ticket.IsVip,
        InputHash = facts.InputHash,
    };

    private static string InOneSentence(IReadOnlyList<string> missing) => missing switch
    {
        [] => "more detail",
        [var one] => one,
        _ => $"{string.Join(", ", missing.SkipLast(1))} and {missing[^1]}",
    };
}
