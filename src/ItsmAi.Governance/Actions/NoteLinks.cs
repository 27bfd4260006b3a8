using ItsmAi.Governance.Appeals;

namespace ItsmAi.Governance.Actions;

/// <summary>Where a note leads its reader.</summary>
/// <param name="Appeals">Null: notes carry no link for requesters.</param>
public sealed record NoteLinks(Uri Site, AppealKey? Appeals)
{
    /// <summary>Every step of the decision, and its answers.</summary>
    public Uri Decision(string decision) => new(Site, $"decisions/{decision}");

    /// <summary>Where a requester says that the decision is wrong.</summary>
    public Uri? Appeal(string decision) =>
        Appeals is { } keys ? new Uri(Site, $"api/appeals/{decision}?key={keys.Of(decision)}") : null;
}
