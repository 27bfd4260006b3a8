namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>A ticket as the simulated desk holds it; every change makes a new one.</summary>
/// <param name="LastTransaction">Its version: the id of the newest transaction.</param>
internal sealed record DeskTicket(
    long Id,
    string Subject,
    string Queue,
    string Status,
    string Requestor,
    string Creator,
    int Priority,
    IReadOnlyDictionary<string, string> CustomFields,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    long LastTransaction)
{
    public string Owner { get; init; } = "Nobody";

    /// <summary>The ticket that it is a part of.</summary>
    public string MemberOf { get; init; } = "";

    /// <summary>The ticket that it waits for.</summary>
    public string DependsOn { get; init; } = "";
}
