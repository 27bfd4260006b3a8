using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Governance.Notices;

/// <summary>One message to one person: what they owe, several things together.</summary>
/// <param name="Id">The same on each try.</param>
/// <param name="More">How many obligations the message has no room for.</param>
/// <param name="Inbox">The page that shows them all.</param>
public sealed record NoticeMessage(
    string Id, KnownPerson To, IReadOnlyList<NoticeLine> Lines, int More, Uri Inbox, DateTimeOffset At)
{
    /// <summary>More obligations than these are counted, not listed.</summary>
    public const int MostLines = 20;

    public string Subject
    {
        get
        {
            var count = Lines.Count + More;
            var overdue = Lines.Count(line => line.Owed.IsOverdue(At));
            var what = count == 1 ? "1 obligation" : $"{count} obligations";
            return overdue == 0 ? $"ItsmAi: {what}" : $"ItsmAi: {what}, {overdue} overdue";
        }
    }
}
