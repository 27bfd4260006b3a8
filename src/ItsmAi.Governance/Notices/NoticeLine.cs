using System.Globalization;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Notices;

/// <summary>What one obligation came to, for one line of a message.</summary>
public sealed record NoticeLine(NoticeKind Kind, Obligation Owed)
{
    /// <summary>The longest sentence that a message carries; the inbox has it whole.</summary>
    private const int LongestSentence = 300;

    /// <summary>What happened, in a few words.</summary>
    public string Happened(DateTimeOffset now) => Kind switch
    {
        NoticeKind.Raised => "New",
        NoticeKind.Reminder when Owed.IsOverdue(now) => "Overdue",
        NoticeKind.Reminder => "Due soon",
        NoticeKind.Reopened => "Open again",
        NoticeKind.HandedOn => "Now yours",
        NoticeKind.Escalated => $"Overdue, level {Owed.Level}",
    };

    public string Due => $"due {Owed.DueAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC";

    /// <summary>
    /// What is owed, on one line and not endless: whoever typed a ticket's title may have had other plans.
    /// </summary>
    public string Says
    {
        get
        {
            // Signs that turn the direction of text make a message lie.
            var line = string.Concat(Owed.Says.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
                .Select(letter => char.IsControl(letter) ? ' ' : letter));
            if (line.Length <= LongestSentence) return line;
            var cut = LongestSentence - (char.IsHighSurrogate(line[LongestSentence - 2]) ? 2 : 1);
            return line[..cut] + "…";
        }
    }
}
