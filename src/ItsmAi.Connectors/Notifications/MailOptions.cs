using System.Net.Mail;

namespace ItsmAi.Connectors.Notifications;

/// <summary>How mail is sent.</summary>
public sealed record MailOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>True: nothing is sent but over TLS, which the server has to offer.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Null: the server takes our mail without it.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What stands wrong, or null.</summary>
    public string? Check()
    {
        if (string.IsNullOrWhiteSpace(Host)) return "smtp.host: \"\" is not a host; use the name of the mail server";
        if (!MailAddress.TryCreate(From, out _)) return $"smtp.from: \"{From}\" is not an address; use one such as itsmai@example.org";
        if (User is not null != Password is not null) return "smtp.password: \"\" does not go with user; give both or neither";
        return User is not null && !StartTls ? "smtp.startTls: \"false\" would show the password to the network; use true" : null;
    }
}
