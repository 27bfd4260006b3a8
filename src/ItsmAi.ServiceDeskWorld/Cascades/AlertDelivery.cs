using ItsmAi.Desk.Alerts;

namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>One alert as it reaches the desk.</summary>
/// <param name="Incident">The truth: which incident it is part of; null for noise.</param>
public sealed record AlertDelivery(string Id, Alert Alert, DateTimeOffset ReceivedAt, int? Incident);
