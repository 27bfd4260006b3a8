namespace ItsmAi.Governance.Outcomes;

/// <summary>What all that is known says of one decision.</summary>
/// <param name="FirstTimeRight">
/// True where the suggested team resolved it and it was not reopened in time; null while nothing settles it.
/// </param>
/// <param name="IsOverridden">A person set something else, and the resolving team did not prove them wrong.</param>
/// <param name="Overrides">The observations that override it, in the order that they happened.</param>
/// <param name="Bounces">How often the ticket was handed on from where it had been placed.</param>
/// <param name="MinutesLost">From each wrong placement until the ticket was moved on, together.</param>
/// <param name="SignalAt">When the last thing happened that counts; when it was decided, where nothing did.</param>
public sealed record Judgement(
    bool? FirstTimeRight,
    bool IsOverridden,
    IReadOnlyList<Observation> Overrides,
    int Bounces,
    double MinutesLost,
    DateTimeOffset SignalAt)
{
    /// <summary>True where it says anything that promotions and demotions count.</summary>
    public bool Counts => FirstTimeRight is not null || IsOverridden;
}
