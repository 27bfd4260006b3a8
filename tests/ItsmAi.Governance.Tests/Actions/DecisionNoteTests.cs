using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class DecisionNoteTests
{
    private static readonly AppealKey Keys = new(new byte[AppealKey.SecretBytes]);

    private static readonly NoteLinks Links = new(new Uri("https://itsmai.example/"), Keys);

    [Fact]
    public void It_says_what_why_how_sure_and_how_to_undo_or_dispute_it() =>
        Assert.Equal(
            $"""
            Done by ItsmAi: move to Network, category vpn
            How sure: almost certain (0.97).
            - words that weighed: vpn, tunnel
            Decision: done, since the rule says so (rule the-rule).
            Wrong? Undo it, or see every step: https://itsmai.example/decisions/3-abc
            Does the requester say that it is wrong? Here: https://itsmai.example/api/appeals/3-abc?key={Keys.Of("3-abc")}
            Written by an AI system. Setting the field yourself is always right: it is seen and learned from.
            """.ReplaceLineEndings("\n"),
            DecisionNote.For(Decided(), Links).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    [InlineData(4_000)]
    [InlineData(100_000)]
    public void However_long_the_reasons_every_note_keeps_its_links_and_its_label(int length)
    {
        var decided = Decided() with
        {
            Headline = new string('h', length),
            Reasons = [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat("\U0001F525", length / 4)), 2)],
        };
        var asked = Decided() with { Kind = ReceiptKind.UndoAsked, Actor = "kim" };
        var page = "https://itsmai.example/decisions/3-abc";
        string[] notes = [DecisionNote.For(decided, Links), DecisionNote.ForApproval(decided, asked, Links), DecisionNote.ForUndo(decided, asked, Links)];

        Assert.All(notes, note =>
        {
            Assert.True(note.Length <= 4000, $"{note.Length}");
            Assert.Contains(page, note, StringComparison.Ordinal);
            Assert.Contains("Written by an AI system.", note, StringComparison.Ordinal);
            Assert.False(HasHalfAPair(note));
        });
        Assert.All(notes[..2], note => Assert.Contains($"key={Keys.Of("3-abc")}", note, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_secret_there_is_no_link_for_requesters() =>
        Assert.DoesNotContain("requester", DecisionNote.For(Decided(), Links with { Appeals = null }), StringComparison.Ordinal);

    [Fact]
    public void An_approved_note_says_how_sure_it_was_and_who_approved()
    {
        var note = DecisionNote.ForApproval(Decided(), Decided() with { Actor = "kim" }, Links);

        Assert.Contains("Approved by kim.", note, StringComparison.Ordinal);
        Assert.Contains("How sure: almost certain (0.97).", note, StringComparison.Ordinal);
    }

    private static bool HasHalfAPair(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))) return true;
        }

        return false;
    }

    private static Receipt Decided() => new()
    {
        Id = "3-abc-decided",
        Kind = ReceiptKind.Decided,
        At = Some.Time,
        Decision = "3-abc",
        Actor = "itsmai",
        Action = ActionKind.Route,
        Verdict = Verdict.Act,
        Level = AutonomyLevel.Auto,
        Rule = "the-rule",
        Because = "the rule says so",
        Headline = "move to Network, category vpn",
        Reasons = ["words that weighed: vpn, tunnel"],
        Confidence = 0.97,
    };
}
