using System.Text.Json;
using ItsmAi.Governance.Notices;

namespace ItsmAi.Connectors.Notifications;

/// <summary>
/// A message as the Adaptive Card that a Teams workflow posts. What a ticket says stands in text runs, which know no
/// links and no markup.
/// </summary>
internal static class TeamsCard
{
    /// <summary>Teams refuses messages of more than 28 KB; some of it is its own.</summary>
    public const int LargestMessage = 27 * 1024;

    public static byte[] Write(NoticeMessage message)
    {
        for (var shown = message.Lines.Count; ; shown--)
        {
            var fewer = message with
            {
                Lines = [.. message.Lines.Take(shown)], More = message.More + message.Lines.Count - shown,
            };
            var card = Of(message.Subject, fewer);
            if (card.Length <= LargestMessage || shown == 0) return card;
        }
    }

    private static byte[] Of(string subject, NoticeMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "message");
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            json.WriteNull("contentUrl");
            json.WriteStartObject("content");
            Card(json, subject, message);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Card(Utf8JsonWriter json, string subject, NoticeMessage message)
    {
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        json.WriteString("fallbackText", subject);
        json.WriteStartArray("body");
        Runs(json, (subject, "Bolder", false), ($"for {message.To.Person}", "Default", true));
        foreach (var line in message.Lines)
            Runs(json, (line.Happened(message.At), "Bolder", false), (line.Says, "Default", false), (line.Due, "Default", true));
        if (message.More > 0) Runs(json, ($"and {message.More} more", "Default", true));
        json.WriteEndArray();
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("title", "Open the inbox");
        json.WriteString("url", message.Inbox.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Runs(Utf8JsonWriter json, params ReadOnlySpan<(string Text, string Weight, bool Subtle)> runs)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        var first = true;
        foreach (var (text, weight, subtle) in runs)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextRun");
            json.WriteString("text", first ? text : $" · {text}");
            json.WriteString("weight", weight);
            json.WriteBoolean("isSubtle", subtle);
            json.WriteEndObject();
            first = false;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
