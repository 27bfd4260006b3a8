using System.Text;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// The internal note that an analyst reads on the ticket: what, why, how sure in words and number, and how to undo. It
/// is made from the receipt alone, so that a repetition writes the same words.
/// </summary>
public static class DecisionNote
{
    /// <summary>Longer notes are cut: a note is read, not studied.</summary>
    private const int Longest = 4000;

    public static string For(Receipt decided, Uri site)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var note = new StringBuilder();
        note.Append(Opening(decided)).AppendLine(decided.Headline);
        AppendReasons(note, decided);
        note.AppendLine($"Decision: {InWords(decided)}, since {decided.Because} (rule {decided.Rule}).");
        var page = new Uri(site, $"decisions/{decided.Decision}");
        note.AppendLine(decided switch
        {
            { Verdict: Verdict.Act } => $"Wrong? Undo it, or see every step: {page}",
            { Level: AutonomyLevel.ApproveFirst } => $"Approve or reject it, or see every step: {page}",
            _ => $"If it is right, do it; reject it or see every step: {page}",
        });
        note.Append("Written by an AI system. Setting the field yourself is always right: it is seen and learned from.");
        return Cut(note);
    }

    public static string ForApproval(Receipt decided, Receipt approved, Uri site) =>
        $"Done by ItsmAi: {decided.Headline}\nApproved by {approved.Actor}.\n"
        + $"Wrong? Undo it, or see every step: {new Uri(site, $"decisions/{decided.Decision}")}";

    public static string ForUndo(Receipt decided, Receipt asked, Uri site) =>
        $"Undone by ItsmAi at the request of {asked.Actor}: {decided.Headline}\n"
        + $"Every step: {new Uri(site, $"decisions/{decided.Decision}")}";

    private static string Opening(Receipt decided) => decided switch
    {
        { Action: ActionKind.Ask } => "Before this ticket can be routed, ItsmAi asks you to ",
        { Verdict: Verdict.Act } => "Done by ItsmAi: ",
        _ => "ItsmAi suggests: ",
    };

    private static void AppendReasons(StringBuilder note, Receipt decided)
    {
        if (decided.Action != ActionKind.Ask && decided.Confidence is { } value)
        {
            var confidence = Confidence.Of(value);
            note.AppendLine($"How sure: {confidence.InWords()} ({confidence}).");
        }

        foreach (var reason in decided.Reasons ?? []) note.Append("- ").AppendLine(reason);
    }

    private static string InWords(Receipt decided) => decided.Verdict switch
    {
        Verdict.Act => "done",
        Verdict.Propose => "left to a person",
        _ => "nothing done",
    };

    private static string Cut(StringBuilder note) =>
        note.Length <= Longest ? note.ToString() : note.ToString(0, Longest - 1) + "…";
}
