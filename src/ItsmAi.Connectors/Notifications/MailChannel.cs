using System.Net;
using System.Net.Mail;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Connectors.Notifications;

/// <summary>Tells people by e-mail. The message id is the same on each try.</summary>
public sealed class MailChannel(MailOptions options, TimeProvider clock) : INoticeChannel
{
    public string Name => "mail";

    public bool Reaches(KnownPerson person) => MailAddress.TryCreate(person.Mail, out _);

    public async Task<Delivery> Send(NoticeMessage message, CancellationToken stop)
    {
        if (!MailAddress.TryCreate(message.To.Mail, out var to)) return new Delivery.Never("there is no address for this person");
        using var late = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        using var mail = MailText.Of(message, new MailAddress(options.From), to);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
        try
        {
            await client.SendMailAsync(mail, either.Token);
            return new Delivery.Taken();
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Delivery.Again($"it did not take it in {options.Timeout.TotalSeconds:0} s");
        }
        catch (SmtpException error)
        {
            return Judge(error);
        }
    }

    /// <summary>A server's 5xx stands; everything else may pass.</summary>
    private static Delivery Judge(SmtpException error) => (int)error.StatusCode switch
    {
        >= 500 and < 600 => new Delivery.Never($"it answered {(int)error.StatusCode}"),
        > 0 => new Delivery.Again($"it answered {(int)error.StatusCode}"),
        _ => new Delivery.Again("it could not be reached, or offers no TLS"),
    };
}
