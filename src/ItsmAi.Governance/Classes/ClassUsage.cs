namespace ItsmAi.Governance.Classes;

/// <summary>How a class is used.</summary>
/// <param name="LastUsed">When a ticket was last filed under it, by us or by a person.</param>
/// <param name="Tickets">How many tickets were filed under it in the window.</param>
public sealed record ClassUsage(DateTimeOffset LastUsed, int Tickets);
