namespace ItsmAi.Governance.Policy;

/// <summary>
/// Why a policy text is not a policy: where (counted from 1), which field, what it says and what would be accepted.
/// </summary>
public sealed record PolicyProblem(int Line, int Column, string Says)
{
    public override string ToString() => $"line {Line}, column {Column}: {Says}";
}
