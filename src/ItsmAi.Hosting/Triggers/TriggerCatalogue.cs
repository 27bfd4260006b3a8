namespace ItsmAi.Hosting.Triggers;

/// <summary>
/// Everything that sets us off; function folders, routes, workers, timers and the table are made from this list.
/// </summary>
public static class TriggerCatalogue
{
    public static IReadOnlyList<Trigger> All { get; } =
    [
        new Trigger.Webhook(
            "receive-ticket", "A desk says that a ticket was opened or changed.",
            "POST", "tickets/{connection}", AuthLevel.Function, house => house.TicketReceived),
        new Trigger.Webhook(
            "list-decisions", "Show the latest decisions.",
            "GET", "decisions", AuthLevel.Anonymous, house => house.DecisionsListed),
        new Trigger.Webhook(
            "show-decision", "Show one decision with its receipts.",
            "GET", "decisions/{id}", AuthLevel.Anonymous, house => house.DecisionShown),
        new Trigger.Webhook(
            "answer-decision", "A person approves, rejects or undoes a decision.",
            "POST", "decisions/{id}/{answer}", AuthLevel.Anonymous, house => house.DecisionAnswered),
        new Trigger.Webhook(
            "health", "Say whether we run, and what we run with.",
            "GET", "health", AuthLevel.Anonymous, house => house.HealthAsked),
        new Trigger.Queue(
            "handle-ticket", "Triage the ticket, decide, and carry the decision out.",
            "ticket-events", house => house.TicketHandled),
        new Trigger.Timer(
            "reconcile-desks", "Ask the desks for what their webhooks did not tell.",
            "0 */5 * * * *", house => house.DesksReconciled),
        new Trigger.Timer(
            "resend-accepted", "Queue what was accepted and not queued; give dead letters an owner.",
            "30 * * * * *", house => house.UnsentResent),
        new Trigger.Timer(
            "verify-receipts", "Check that no receipt was changed or taken away.",
            "0 15 3 * * *", house => house.ReceiptsVerified),
        new Trigger.Timer(
            "anchor-receipts", "Keep outside their store how far the receipts have come.",
            "0 */5 * * * *", house => house.ReceiptsAnchored),
    ];

    /// <exception cref="FormatException">There is no such timer.</exception>
    public static Trigger.Timer TimerNamed(string name) =>
        All.OfType<Trigger.Timer>().FirstOrDefault(timer => timer.Name == name)
        ?? throw new FormatException(
            $"schedules.{name}: no such timer; there are {string.Join(", ", All.OfType<Trigger.Timer>().Select(timer => timer.Name))}");
}
