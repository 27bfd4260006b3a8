using ItsmAi.Connectors.Notifications;
using ItsmAi.Connectors.Yaml;

namespace ItsmAi.Hosting.Configuration;

/// <summary>The part of the configuration that says how people are told what they owe.</summary>
internal static class NotificationSection
{
    public static NotificationConfiguration? Read(YamlMap? map, SecretReader secrets)
    {
        if (map is null) return null;
        var hook = map.Map("webhook");
        var read = new NotificationConfiguration
        {
            Mail = map.Map("smtp") is { } smtp ? Mail(smtp, secrets) : null,
            Teams = SecretUrl(map, "teams", secrets),
            Webhook = hook is null ? null : hook.Url("url") ?? throw hook.Wrong("url", "", "there; write where the program listens"),
            WebhookSecret = hook is null ? null : Secret(hook, secrets),
            DigestEvery = map.Duration("digestEvery"),
            Timeout = map.Duration("timeout") ?? TimeSpan.FromSeconds(20),
        };
        hook?.RefuseOthers();
        map.RefuseOthers();
        return read;
    }

    /// <summary>An address that is a secret itself: whoever knows it can post there.</summary>
    public static Uri? SecretUrl(YamlMap map, string field, SecretReader secrets)
    {
        if (secrets.Optional(map, field) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw map.Wrong(field, "…", "the place of an http or https URL");
    }

    private static MailOptions Mail(YamlMap smtp, SecretReader secrets)
    {
        var read = new MailOptions
        {
            Host = smtp.Text("host"),
            Port = smtp.Whole("port", 1, 65_535) ?? 587,
            From = smtp.Text("from"),
            StartTls = smtp.Flag("startTls") ?? true,
            User = smtp.TextOrNull("user"),
            Password = secrets.Optional(smtp, "password"),
        };
        smtp.RefuseOthers();
        return read.Check() is { } wrong ? throw new FormatException($"notifications.{wrong}") : read;
    }

    private static WebhookSecret Secret(YamlMap hook, SecretReader secrets) =>
        WebhookSecret.Read(secrets.Required(hook, "secret"))
        ?? throw hook.Wrong("secret", "…", "whsec_ and the base64 of 24 to 64 bytes");
}
