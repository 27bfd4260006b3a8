using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Duties;

/// <summary>
/// Leave to change something during a freeze: given by two persons in two roles, neither of them an AI identity nor the one
/// who asks. There is no other way to come by one than <see cref="Of"/>.
/// </summary>
public sealed class FreezeExemption
{
    private FreezeExemption(Person requester, FreezeSignature first, FreezeSignature second)
    {
        Requester = requester;
        Signatures = [first, second];
    }

    public Person Requester { get; }

    /// <summary>The two that made it valid.</summary>
    public IReadOnlyList<FreezeSignature> Signatures { get; }

    /// <summary>The exemption, or why these signatures make none.</summary>
    public static (FreezeExemption? Exemption, Refusal? Refusal) Of(
        SegregationOfDuties duties, Person requester, params IReadOnlyList<FreezeSignature> signatures)
    {
        if (string.IsNullOrWhiteSpace(requester.Account)) return (null, new Refusal("requester: nobody is named who asks for it"));
        foreach (var signature in signatures)
        {
            if (WrongWith(duties, requester, signature) is { } wrong) return (null, wrong);
        }

        foreach (var (first, second) in Pairs(signatures))
        {
            if (AreTwo(first, second)) return (new FreezeExemption(requester, first, second), null);
        }

        return (null, new Refusal("signatures: an exemption from a freeze takes two persons in two roles"));
    }

    private static Refusal? WrongWith(SegregationOfDuties duties, Person requester, FreezeSignature signature)
    {
        if (duties.OfAct(signature.Signer) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(signature.Role)) return new Refusal("role: a signature names the role that it is given in");
        return SegregationOfDuties.MayBeSame(signature.Signer, requester)
            ? new Refusal("whoever asks for an exemption may not sign it")
            : null;
    }

    private static IEnumerable<(FreezeSignature First, FreezeSignature Second)> Pairs(IReadOnlyList<FreezeSignature> signatures) =>
        signatures.SelectMany((first, place) => signatures.Skip(place + 1).Select(second => (first, second)));

    private static bool AreTwo(FreezeSignature first, FreezeSignature second) =>
        !SegregationOfDuties.MayBeSame(first.Signer, second.Signer)
        && !first.Role.Trim().Equals(second.Role.Trim(), StringComparison.OrdinalIgnoreCase);
}
