using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>The JSON of the two requests of a write: the note with its marker, then the fields.</summary>
internal sealed class WriteBodies(RequestTrackerOptions options)
{
    /// <summary>
    /// An internal comment, never mailed to the requester, that carries the marker in subject, text and field.
    /// </summary>
    public ReadOnlyMemory<byte> Note(TicketWrite write, TicketState state) => Json(json =>
    {
        json.WriteString("Subject", write.Subject);
        json.WriteString("ContentType", "text/plain");
        json.WriteString("Content", $"{write.Note!.TrimEnd()}\n\n[{write.Subject}]");
        WriteMarks(json, write, state);
    });

    /// <summary>
    /// For a write without a note: the marker goes before the fields, so that a repeat knows its own work.
    /// </summary>
    public ReadOnlyMemory<byte> Marks(TicketWrite write, TicketState state) =>
        Json(json => WriteMarks(json, write, state));

    public ReadOnlyMemory<byte> Fields(IReadOnlyList<FieldWrite> fields, string? marker) => Json(json =>
    {
        foreach (var field in fields)
        {
            if (field.Field == WritableField.Team) json.WriteString("Queue", field.To);
            if (field.Field == WritableField.Priority) json.WriteNumber("Priority", Number(field.To));
            if (field.Field == WritableField.Status) json.WriteString("Status", NameOf(field.To));
        }

        var category = fields.FirstOrDefault(field => field.Field == WritableField.Category);
        var duplicate = fields.FirstOrDefault(field => field.Field == WritableField.DuplicateOf);
        // The field is the truth; the link beside it is what people see on both tickets.
        if (duplicate is { From: { Length: > 0 } former }) json.WriteString("DeleteRefersTo", former);
        if (duplicate is { To: { Length: > 0 } root }) json.WriteString("AddRefersTo", root);
        if (category is null && duplicate is null && marker is null) return;
        json.WriteStartObject("CustomFields");
        // A null takes the value away; an empty text would be refused by a field with a pattern.
        if (category is not null) json.WriteString(options.CategoryField, category.To);
        if (duplicate is not null) json.WriteString(options.DuplicateField, string.IsNullOrEmpty(duplicate.To) ? null : duplicate.To);
        if (marker is not null) json.WriteString(options.MarkerField, marker);
        json.WriteEndObject();
    });

    private void WriteMarks(Utf8JsonWriter json, TicketWrite write, TicketState state)
    {
        json.WriteStartObject("CustomFields");
        json.WriteString(options.MarkerField, write.Marker);
        if (write.Confidence is { } confidence && state.CustomFields.ContainsKey(options.ConfidenceField))
        {
            json.WriteString(
                options.ConfidenceField,
                Math.Clamp(confidence, 0, 1).ToString("0.####", CultureInfo.InvariantCulture));
        }

        if (write.Summary is { } summary) json.WriteString(options.SummaryField, summary);
        json.WriteEndObject();
    }

    private string? NameOf(string? status) => status is null ? null : options.NameOf(Enum.Parse<TicketStatus>(status));

    private int Number(string? priority) =>
        options.NumberOf(priority is null ? null : Enum.Parse<Priority>(priority));

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
