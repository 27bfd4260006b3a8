using System.Buffers;
using System.Net;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>
/// Opens a ticket with its marker in a field of its own, by which a repeat finds it whatever was decided on it later.
/// </summary>
internal sealed class TicketOpener(RestClient rest, TicketReader tickets, Names names, RequestTrackerOptions options)
{
    // Request Tracker keeps a subject of so many characters.
    private const int LongestTitle = 200;

    public async Task<DeskAnswer> Open(TicketOpening opening, string marker, CancellationToken stop)
    {
        if (!await HasField(options.OriginField, stop))
        {
            return new DeskAnswer.NotApplied(
                options.OriginField, $"there is no field \"{options.OriginField}\" that {options.Account} may see");
        }

        if (await Find(marker, stop) is { } earlier) return await Opened(earlier, already: true, stop);
        if (!FieldWrite.Same(await names.FindQueue(opening.Team.Name, stop), opening.Team.Name))
        {
            return new DeskAnswer.NotApplied(
                "team", $"there is no queue \"{opening.Team}\" that {options.Account} may see");
        }

        var answer = await rest.Post("ticket", Body(opening, marker), stop);
        return answer.Status == HttpStatusCode.Created && answer.Body.Text("id") is { Length: > 0 } number
            ? await Opened(number, already: false, stop)
            : new DeskAnswer.NotApplied("ticket", answer.Says);
    }

    private async Task<DeskAnswer> Opened(string number, bool already, CancellationToken stop)
    {
        var ticket = new TicketId(options.Connection, number);
        return await tickets.Find(ticket, stop) is { } state
            ? new DeskAnswer.Applied(await tickets.WithDescription(state, stop), already)
            : new DeskAnswer.Missing($"{ticket} was opened and is deleted, merged into another, or hidden from our account");
    }

    /// <summary>The ticket that carries the marker since it was opened; the first, should there be several.</summary>
    private async Task<string?> Find(string marker, CancellationToken stop)
    {
        var query = $"'CF.{{{options.OriginField}}}' = '{Markers.Checked(marker)}'";
        var answer = await rest.Get($"tickets?query={Uri.EscapeDataString(query)}&orderby=id&order=ASC", stop);
        if (!answer.IsSuccess) throw new DeskUnavailableException($"tickets could not be searched: {answer.Says}");
        return answer.Body.Items("items").Select(item => item.Text("id")).FirstOrDefault(id => !string.IsNullOrEmpty(id));
    }

    private async Task<bool> HasField(string name, CancellationToken stop)
    {
        var query = $$"""[{"field":"Name","value":"{{JsonEncodedText.Encode(name)}}"}]""";
        var answer = await rest.Get($"customfields?query={Uri.EscapeDataString(query)}", stop);
        return answer.IsSuccess && answer.Body.Items("items").Any();
    }

    private ReadOnlyMemory<byte> Body(TicketOpening opening, string marker)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("Queue", opening.Team.Name);
        json.WriteString("Subject", Line(opening.Title));
        json.WriteString("ContentType", "text/plain");
        json.WriteString("Content", opening.Text);
        json.WriteNumber("Priority", options.NumberOf(opening.Priority));
        if (opening.RefersTo.Count > 0)
        {
            json.WriteStartArray("RefersTo");
            foreach (var number in opening.RefersTo) json.WriteStringValue(number);
            json.WriteEndArray();
        }

        json.WriteStartObject("CustomFields");
        json.WriteString(options.OriginField, marker);
        json.WriteString(options.MarkerField, marker);
        json.WriteString(options.SummaryField, opening.Text);
        Write(json, options.CategoryField, opening.Category);
        Write(json, options.ConfigurationItemField, opening.ConfigurationItem);
        Write(json, options.ServiceField, opening.Service);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string? field, string? value)
    {
        if (field is not null && !string.IsNullOrEmpty(value)) json.WriteString(field, value);
    }

    private static string Line(string title)
    {
        var line = title.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestTitle ? line : string.Concat(line.AsSpan(0, LongestTitle - 1), "…");
    }
}
