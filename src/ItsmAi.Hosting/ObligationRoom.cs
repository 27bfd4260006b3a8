using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Notifications;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Obligations.Sweeping;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting;

/// <summary>What is owed, composed: asked for, swept, and told to people.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is made here lives as long as the process.")]
internal sealed record ObligationRoom(ObligationsAsked Asked, ObligationsSwept Swept, NoticesSent Sent)
{
    public static ObligationRoom Of(
        ItsmAiConfiguration settings, IRecordStore records, Governing governing, Admit admit, TimeProvider clock)
    {
        var (book, owners, policy) = (governing.Obligations, governing.Owners, governing.Policy);
        var notices = new NoticeBook(records);
        var deliver = new DeliverMessages(
            notices, book, policy, new Uri(settings.Site, "inbox"), settings.Notifications?.DigestEvery, clock);
        var send = new SendNotices(notices, book, owners, Channels(settings, clock), deliver, clock);
        var endings = new EndObligation(book, governing.Separation.IsAi, null, () => policy().Obligations, clock);
        return new ObligationRoom(
            new ObligationsAsked(book, endings, admit),
            new ObligationsSwept(new SweepObligations(book, owners, policy, clock), send),
            new NoticesSent(send));
    }

    private static List<INoticeChannel> Channels(ItsmAiConfiguration settings, TimeProvider clock)
    {
        var channels = new List<INoticeChannel>();
        if (settings.Notifications is not { } told) return channels;

        // A redirect could lead a signed or secret message anywhere.
        var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        if (told.Mail is { } mail) channels.Add(new MailChannel(mail, clock));
        if (told.Teams is not null || settings.People.Any(person => person.Teams is not null))
            channels.Add(new TeamsChannel(http, told.Teams, told.Timeout, clock));
        if (told is { Webhook: { } address, WebhookSecret: { } secret })
            channels.Add(new WebhookChannel(http, address, secret, told.Timeout, clock));
        return channels;
    }
}
