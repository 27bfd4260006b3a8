using ItsmAi.Desk.People;

namespace ItsmAi.ServiceDeskWorld.Catalogue;

/// <summary>What an incident can be about, the team that works on it and the service that it concerns.</summary>
/// <param name="Id">The label: lower case words and hyphens.</param>
/// <param name="Weight">How many of a hundred tickets are about it.</param>
public sealed record Category(string Id, Team Team, string Service, int Weight);
