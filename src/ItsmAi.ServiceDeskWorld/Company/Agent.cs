using ItsmAi.Desk.People;

namespace ItsmAi.ServiceDeskWorld.Company;

/// <summary>Somebody who works on tickets in one team.</summary>
public sealed record Agent(Person Account, string Name, Team Team);
