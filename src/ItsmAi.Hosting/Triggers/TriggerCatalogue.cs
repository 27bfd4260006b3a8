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
            "receive-alert", "A monitor says what fires and what cleared.",
            "POST", "alerts/{monitor}", AuthLevel.Function, house => house.AlertReceived),
        new Trigger.Webhook(
            "receive-signals", "Somebody pushes what was measured, as JSON Lines.",
            "POST", "signals/{source}", AuthLevel.Function, house => house.SignalsReceived),
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
            "show-appeal", "Ask a requester whether a decision is wrong.",
            "GET", "appeals/{decision}", AuthLevel.Anonymous, house => house.AppealShown),
        new Trigger.Webhook(
            "take-appeal", "A requester says that a decision is wrong.",
            "POST", "appeals/{decision}", AuthLevel.Anonymous, house => house.AppealTaken),
        new Trigger.Webhook(
            "list-obligations", "Show what somebody owes, the earliest due first.",
            "GET", "obligations", AuthLevel.Anonymous, house => house.ObligationsListed),
        new Trigger.Webhook(
            "end-obligation", "A person says that they have it, or how it ended.",
            "POST", "obligations/{id}/{disposition}", AuthLevel.Anonymous, house => house.ObligationEnded),
        new Trigger.Webhook(
            "list-changes", "Show the preventive changes, and what became of each prediction.",
            "GET", "changes", AuthLevel.Anonymous, house => house.ChangesListed),
        new Trigger.Webhook(
            "step-change", "A person approves, rejects, begins, finishes or reviews a change, or accepts its risk.",
            "POST", "changes/{change}/{step}", AuthLevel.Anonymous, house => house.ChangeStepped),
        new Trigger.Webhook(
            "list-autonomy", "Show what each class has earned, and what it lacks for more.",
            "GET", "autonomy", AuthLevel.Anonymous, house => house.AutonomyListed),
        new Trigger.Webhook(
            "answer-promotion", "A person approves or rejects one rung more of autonomy.",
            "POST", "autonomy/{proposal}/{answer}", AuthLevel.Anonymous, house => house.PromotionAnswered),
        new Trigger.Webhook(
            "list-policies", "Show which policy is in force, and which wait for an approval.",
            "GET", "policies", AuthLevel.Anonymous, house => house.PoliciesListed),
        new Trigger.Webhook(
            "propose-policy", "A person puts another policy forward, and sees what it would change.",
            "POST", "policies", AuthLevel.Anonymous, house => house.PolicyProposed),
        new Trigger.Webhook(
            "approve-policy", "Somebody else approves a policy; with the last approval it comes into force.",
            "POST", "policies/{version}/approve", AuthLevel.Anonymous, house => house.PolicyApproved),
        new Trigger.Webhook(
            "flip-brakes", "A person stops automation, lets it go on, or tries whether the brake brakes.",
            "POST", "brakes/{verb}", AuthLevel.Anonymous, house => house.BrakesFlipped),
        new Trigger.Webhook(
            "health", "Say whether we run, and what we run with.",
            "GET", "health", AuthLevel.Anonymous, house => house.HealthAsked),
        new Trigger.Queue(
            "handle-ticket", "Triage the ticket or group the alert, decide, and carry the decision out.",
            "ticket-events", house => house.TicketHandled),
        new Trigger.Timer(
            "reconcile-desks", "Ask the desks for what their webhooks did not tell.",
            "0 */5 * * * *", house => house.DesksReconciled),
        new Trigger.Timer(
            "tend-incidents", "Open, update and resolve the incidents of alerts.",
            "*/15 * * * * *", house => house.IncidentsTended),
        new Trigger.Timer(
            "tend-changes", "Make changes out of what will fail, ask people in time, and see what became of it.",
            "10 */5 * * * *", house => house.ChangesTended),
        new Trigger.Timer(
            "tend-closures", "Close what is resolved and has all evidence; ask people about the rest.",
            "40 */5 * * * *", house => house.ClosuresTended),
        new Trigger.Timer(
            "resend-accepted", "Queue what was accepted and not queued; give dead letters an owner.",
            "30 * * * * *", house => house.UnsentResent),
        new Trigger.Timer(
            "sweep-obligations", "Remind people, take up what is overdue, open again what expired.",
            "0 */15 * * * *", house => house.ObligationsSwept),
        new Trigger.Timer(
            "send-notices", "Tell people what they owe.",
            "15 * * * * *", house => house.NoticesSent),
        new Trigger.Timer(
            "sweep-autonomy", "Propose promotions that outcomes bear; take away what is off its calibration.",
            "0 20 * * * *", house => house.AutonomySwept),
        new Trigger.Timer(
            "sweep-taxonomy", "Look for categories that nobody uses, and for too much in the catch-all.",
            "0 45 3 * * *", house => house.TaxonomySwept),
        new Trigger.Timer(
            "watch-brakes", "Make an overdue drill of the brake somebody's obligation.",
            "0 30 3 * * *", house => house.BrakesWatched),
        new Trigger.Timer(
            "anchor-receipts", "Keep outside their store how far the receipts have come.",
            "0 */5 * * * *", house => house.ReceiptsAnchored),
        new Trigger.Timer(
            "verify-receipts", "Check that no receipt was changed or taken away.",
            "0 15 3 * * *", house => house.ReceiptsVerified),
    ];

    /// <exception cref="FormatException">There is no such timer.</exception>
    public static Trigger.Timer TimerNamed(string name) =>
        All.OfType<Trigger.Timer>().FirstOrDefault(timer => timer.Name == name)
        ?? throw new FormatException(
            $"schedules.{name}: no such timer; there are {string.Join(", ", All.OfType<Trigger.Timer>().Select(timer => timer.Name))}");
}
