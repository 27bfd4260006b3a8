using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Duties;

/// <summary>
/// Who is who to governance, as the last start knew it from configuration and policy: kept in the store, so that a command
/// beside the running process goes by the same law.
/// </summary>
/// <param name="Ai">Accounts that are AI identities.</param>
/// <param name="Authority">Who may let automation go on after a stop, the first answerable for drills.</param>
/// <param name="FirstStart">From when drills are counted while there was none.</param>
public sealed record DutyRoster(IReadOnlyList<string> Ai, IReadOnlyList<string> Authority, DateTimeOffset FirstStart)
{
    /// <summary>The account that receipts name for what the product itself did.</summary>
    public const string Self = "itsmai";

    /// <summary>What holds before anything was started.</summary>
    public static DutyRoster Bare { get; } = new([Self], [], DateTimeOffset.MinValue);

    public SegregationOfDuties Duties() => new(Ai.Append(Self).Select(account => new Person(account)));

    /// <summary>Stopping does no harm: any person may.</summary>
    public Refusal? OfStop(Person by) => Duties().OfAct(by);

    /// <summary>Letting it go on takes one of the authority.</summary>
    public Refusal? OfResume(Person by)
    {
        if (Duties().OfAct(by) is { } refusal) return refusal;
        if (Authority.Count == 0) return new Refusal("nobody is named yet who may let it go on; start once with the policy");
        return Authority.Any(one => SegregationOfDuties.AreSame(new Person(one), by))
            ? null
            : new Refusal($"only {string.Join(" or ", Authority)} may let automation go on");
    }
}
