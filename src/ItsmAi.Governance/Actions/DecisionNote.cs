using System.Text;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// The internal note that an analyst reads on the ticket: what, why, how sure in words and number, how to undo it and how
/// the requester says that it is wrong. It is made from receipts alone, so that a repetition writes the same words.
/// </summary>
public static class DecisionNote
{
    /// <summary>Longer notes are cut before their links and their label: a note is read, not studied.</summary>
    private const int Longest = 4000;

    private const string Label = "Written by an AI system.";
    private const string OwnHand = "Setting the field yourself is always right: it is seen and learned from.";

    public static string For(Receipt decided, NoteLinks links)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var note = new StringBuilder();
        note.Append(Opening(decided)).AppendLine(decided.Headline);
        AppendReasons(note, decided);
        if (decided.Accountable is { } accountable) note.AppendLine($"Answers for it: {accountable}.");
        note.AppendLine($"Decision: {InWords(decided)}, since {decided.Because} (rule {decided.Rule}).");
        var page = links.Decision(decided.Decision);
        var how = decided switch
        {
            { Verdict: Verdict.Act } => $"Wrong? Undo it, or see every step: {page}",
            { Level: AutonomyLevel.ApproveFirst } => $"Approve or reject it, or see every step: {page}",
            _ => $"If it is right, do it; reject it or see every step: {page}",
        };
        return Whole(note, how, decided, links, $"{Label} {OwnHand}");
    }

    public static string ForApproval(Receipt decided, Receipt approved, NoteLinks links)
    {
        var note = new StringBuilder();
        note.AppendLine($"Done by ItsmAi: {decided.Headline}").AppendLine($"Approved by {approved.Actor}.");
        AppendReasons(note, decided);
        var how = $"Wrong? Undo it, or see every step: {links.Decision(decided.Decision)}";
        return Whole(note, how, decided, links, $"{Label} {OwnHand}");
    }

    public static string ForUndo(Receipt decided, Receipt asked, NoteLinks links)
    {
        var why = asked.Kind == ReceiptKind.Disputed
            ? ", since the requester says that it is wrong"
            : $" at the request of {asked.Actor}";
        var note = new StringBuilder().AppendLine($"Undone by ItsmAi{why}: {decided.Headline}");
        var ending = $"Every step: {links.Decision(decided.Decision)}\n{Label}";
        return Cut(note, ending.Length) + ending;
    }

    /// <summary>A text of ours that stands by itself, such as a summary, with what it is and where it comes from.</summary>
    public static string Labelled(string text, Receipt decided, NoteLinks links)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var ending = $"\n{Label} Every step: {links.Decision(decided.Decision)}";
        return Cut(new StringBuilder(text.TrimEnd()), ending.Length) + ending;
    }

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

    private static string Whole(StringBuilder note, string how, Receipt decided, NoteLinks links, string label)
    {
        var ending = new StringBuilder(how).Append('\n');
        if (links.Appeal(decided.Decision) is { } appeal) ending.Append($"Does the requester say that it is wrong? Here: {appeal}\n");
        ending.Append(label);
        return Cut(note, ending.Length) + ending;
    }

    private static string Cut(StringBuilder note, int ending)
    {
        var room = Longest - ending;
        if (note.Length <= room) return note.ToString();

        // Half a pair is no character, and the desk would refuse it.
        var end = char.IsHighSurrogate(note[room - 3]) ? room - 3 : room - 2;
        return $"{note.ToString(0, end)}…\n";
    }
}
