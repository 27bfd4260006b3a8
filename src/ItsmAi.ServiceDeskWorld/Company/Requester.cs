using ItsmAi.Desk.People;

namespace ItsmAi.ServiceDeskWorld.Company;

/// <summary>Somebody who works at the company and opens tickets.</summary>
/// <param name="SiteCode">Three letters, as in the names of devices.</param>
/// <param name="IsVip">Automation may not decide for this person.</param>
public sealed record Requester(
    Person Account, string Name, string Mail, string Unit, string Site, string SiteCode, bool IsVip, string Language);
