using ItsmAi.Hosting.Files.Tables;

namespace ItsmAi.Hosting.Files;

/// <summary>A ticket as a file gives it: its id as written, its text, and the row with everything else.</summary>
public sealed record TicketRow(string Id, string Text, TableRow Row)
{
    /// <summary>The field, or nothing where the row does not have it.</summary>
    public string Field(string column) => Row.Field(column);
}
