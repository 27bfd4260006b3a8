using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Suggestions;

/// <summary>
/// One check on the way to a decision, with what it said. A failed gate can lower autonomy, never raise it.
/// </summary>
/// <param name="Name">A stable name, such as <c>completeness</c>.</param>
/// <param name="Cap">The highest level that is left when the gate failed; not looked at when it passed.</param>
public sealed record Gate(string Name, bool Passed, string Says, AutonomyLevel Cap)
{
    public static Gate Pass(string name, string says) => new(name, Passed: true, says, AutonomyLevel.Auto);

    public static Gate Fail(string name, string says, AutonomyLevel cap) => new(name, Passed: false, says, cap);
}
