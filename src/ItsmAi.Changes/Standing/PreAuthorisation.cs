namespace ItsmAi.Changes.Standing;

/// <summary>
/// What a model's pre-authorisation rests on at one moment: a change may go without a person's approval only while all
/// of it holds.
/// </summary>
/// <param name="Model">The model and its version, as receipts name it.</param>
/// <param name="OutOfScope">Where the change differs from what the model was written for; empty: nowhere.</param>
public sealed record PreAuthorisation(
    string Model, bool IsPreAuthorised, IReadOnlyList<string> OutOfScope, ModelStanding Standing, DateTimeOffset? ExpiresAt)
{
    /// <summary>Why it does not hold at this moment; empty where it does.</summary>
    public IReadOnlyList<string> Against(DateTimeOffset at) =>
    [
        .. IsPreAuthorised ? (IEnumerable<string>)[] : [$"{Model} is not pre-authorised"],
        .. OutOfScope,
        .. Standing.IsSuspended ? Standing.Because : [],
        .. ExpiresAt is { } expiry && expiry <= at ? (IEnumerable<string>)[$"{Model} expired {expiry:yyyy-MM-dd HH:mm} UTC"] : [],
    ];
}
