using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ItsmAi.Governance.Notices;

namespace ItsmAi.Connectors.Notifications;

/// <summary>A message as plain text mail.</summary>
internal static class MailText
{
    public static MailMessage Of(NoticeMessage message, MailAddress from, MailAddress to)
    {
        var mail = new MailMessage(from, to)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = Body(message),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static string Body(NoticeMessage message)
    {
        var text = new StringBuilder();
        foreach (var line in message.Lines)
            text.Append($"{line.Happened(message.At)}, {line.Due}\r\n  {line.Says}\r\n\r\n");
        if (message.More > 0) text.Append($"and {message.More} more\r\n\r\n");
        return text.Append($"{message.Inbox.AbsoluteUri}\r\n").ToString();
    }
}
