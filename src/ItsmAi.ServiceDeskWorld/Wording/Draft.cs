using ItsmAi.Desk.Tickets;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>A ticket's words, and how grave what they describe is.</summary>
internal sealed record Draft(string Title, string Body, Impact Impact, Urgency Urgency);
