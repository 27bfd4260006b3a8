using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages;

namespace ItsmAi.Hosting.Reactions.Appeals;

/// <summary>
/// Lets a requester say that a decision is wrong, by the link that its note carries. Following the link only shows a page:
/// programs follow links too, and only a person presses the button.
/// </summary>
public sealed class AppealsAsked(DecisionBook book, IEventIntake intake, AppealKey keys, TimeProvider clock)
{
    /// <summary>Who says it: whoever holds the link, which no token and no sign-in names.</summary>
    private static readonly Person Requester = new("requester");

    public async Task<WebAnswer> Show(WebCall call, CancellationToken stop) =>
        await Known(call, stop) is not { } trail ? AppealPage.Missing
        : trail.Last(ReceiptKind.Disputed) is null ? AppealPage.Question(trail.Decided)
        : AppealPage.Taken(trail.Decided);

    public async Task<WebAnswer> Take(WebCall call, CancellationToken stop)
    {
        if (await Known(call, stop) is not { Decided: { Subject: { } subject } decided }) return AppealPage.Missing;
        var now = clock.GetUtcNow();
        var dispute = new Event
        {
            // One for the decision: pressed again, it is the same event.
            Id = new Desk.Events.EventId($"itsmai/{decided.Decision}/{EventKind.DecisionDisputed}"),
            Kind = EventKind.DecisionDisputed,
            Subject = subject,
            OccurredAt = now,
            ReceivedAt = now,
            Actor = Requester,
            Decision = decided.Decision,
        };
        await intake.Accept([dispute], ReadOnlyMemory<byte>.Empty, stop);
        return AppealPage.Taken(decided);
    }

    /// <summary>The decision whose key the call has; a wrong key is told from an unknown decision by nothing.</summary>
    private async Task<DecisionTrail?> Known(WebCall call, CancellationToken stop)
    {
        var decision = call.RouteValues["decision"];
        return keys.Fits(decision, call.Query.GetValueOrDefault("key", ""))
            ? DecisionTrail.Of(await book.Find(decision, stop))
            : null;
    }
}
