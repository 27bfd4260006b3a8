using ItsmAi.Desk.People;

namespace ItsmAi.Hosting.Access;

/// <summary>Who calls, as their token says.</summary>
public sealed record Caller(Person Person, Role Role);
