using ItsmAi.Desk.People;

namespace ItsmAi.Incidents.Closing;

/// <summary>Whether a resolved ticket may be closed without anybody doing it.</summary>
public abstract record ClosureVerdict
{
    private ClosureVerdict()
    {
    }

    /// <param name="Rule">The rule that closes it, for the receipt.</param>
    /// <param name="AccountablePerson">Who answers for it, for the receipt.</param>
    /// <param name="IsSampled">Whether a person looks at this closure again.</param>
    public sealed record Close(string Rule, Person AccountablePerson, string Says, bool IsSampled) : ClosureVerdict;

    /// <param name="Until">When silence will have lasted long enough.</param>
    public sealed record Wait(DateTimeOffset Until) : ClosureVerdict;

    /// <param name="Reasons">Every miss, at least one.</param>
    /// <param name="Reopens">The requester says that it is still broken.</param>
    public sealed record KeepOpen(IReadOnlyList<string> Reasons, bool Reopens = false) : ClosureVerdict;
}
