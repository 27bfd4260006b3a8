using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations.Endings;

/// <summary>Takes a person's word on how an obligation ended, or says why it cannot end so.</summary>
/// <param name="isOurs">Whether an account is the product's own: it ends nothing as a person would.</param>
/// <param name="exists">Whether a problem, change or article exists; null where nobody can tell.</param>
public sealed class EndObligation(
    ObligationBook book,
    Func<Person, bool> isOurs,
    Func<string, CancellationToken, Task<bool>>? exists,
    Func<ObligationSettings> settings,
    TimeProvider clock)
{
    /// <returns>Null when it has ended so; else why not.</returns>
    public async Task<EndingRefusal?> Handle(string id, Ending ending, CancellationToken stop)
    {
        if (await book.Find(id, stop) is not { } owed)
        {
            return new EndingRefusal("id", $"\"{id}\" is no obligation; see itsmai obligations list") { IsUnknown = true };
        }

        var isPerson = !string.IsNullOrWhiteSpace(ending.By.Account) && !isOurs(ending.By);
        var refusal = EndingRules.Refusal(owed, ending, isPerson, settings().LongestRisk, clock.GetUtcNow());
        if (refusal is not null) return refusal;
        if (ending is { Disposition: Disposition.Accepted, Reference: { } reference }
            && exists is not null && !await exists(reference, stop))
        {
            return new EndingRefusal("reference", $"\"{reference}\" is not known; use the id of a problem, change or article that exists");
        }

        // Somebody may have been faster; then theirs stands.
        var ended = await book.End(id, ending, stop);
        return ended?.Disposition == ending.Disposition && ended.DisposedAt is not null
            ? null
            : new EndingRefusal("id", $"\"{id}\" has ended otherwise") { IsOver = true };
    }
}
