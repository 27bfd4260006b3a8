using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Changes.Paths;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Redacting;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Changes.Raising;

/// <summary>What a change calls for at the desk, as suggestions: its record opened, its record kept true.</summary>
public static class SuggestChange
{
    /// <param name="queue">The queue in which the desk keeps changes.</param>
    public static RaiseChangeSuggestion Open(ChangeCase one, ConnectionName desk, Team queue)
    {
        var change = one.Change;
        var text = Text(one);
        var priority = change.Path?.Path == ChangePath.EmergencyCandidate ? Priority.P2 : Priority.P3;
        return new RaiseChangeSuggestion
        {
            Subject = new TicketId(desk, change.Id),
            Occasion = "raised",
            Class = change.ModelId ?? "none",
            Confidence = Confidence.Of(1),
            Headline = $"open a change record: {change.Model} on {change.Item.Id}, {WriteChangeText.Standing(change)}",
            Because = [.. one.Because.Take(8)],
            Change = PlannedChange.NoteOnly with
            {
                Team = queue,
                Priority = priority,
                Opening = new TicketOpening
                {
                    Team = queue,
                    Title = Redaction.Redact(WriteChangeText.Title(one)),
                    Text = text,
                    Priority = priority,
                    ConfigurationItem = change.Item.Id,
                    Service = change.Item.Services is [var service, ..] ? service : null,
                    RefersTo = one.RefersTo,
                },
            },
            Basis = new TicketFields(TicketStatus.New, queue, null, null, null),
            Completeness = 100,
            InputHash = HashOf(text),
        };
    }

    public static UpdateChangeSuggestion Update(ChangeCase one, Ticket record)
    {
        var text = Text(one);
        var hash = HashOf(text);
        var since = one.ToldAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "first";
        return new UpdateChangeSuggestion
        {
            Subject = record.Id,
            Occasion = $"{hash[..12]} after {since}",
            Class = one.Change.ModelId ?? "none",
            Confidence = Confidence.Of(1),
            Headline = $"bring the record up to date: {WriteChangeText.Standing(one.Change)}",
            Because = [one.Change.Moves is [.., var last] ? last.Says : "it was planned"],
            Change = PlannedChange.NoteOnly with { Summary = text },
            Basis = record.Fields,
            Completeness = 100,
            InputHash = hash,
        };
    }

    public static string Text(ChangeCase one) => Redaction.Redact(WriteChangeText.Of(one));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
