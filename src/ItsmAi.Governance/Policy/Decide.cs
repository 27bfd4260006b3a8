using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// The policy engine: a pure function from facts, policy and gates to a decision. The rule gives the level; a failed
/// gate can only lower it; the reason names the last thing that did.
/// </summary>
public static class Decide
{
    public static Decision On(PolicyFacts facts, PolicyDocument policy, IReadOnlyList<Gate> gates)
    {
        var rule = policy.RuleFor(facts);
        var level = rule.Level;
        var because = rule.Because;
        foreach (var gate in gates.Where(gate => !gate.Passed && gate.Cap < level))
        {
            level = gate.Cap;
            because = gate.Says;
        }

        return Answer(level, because, rule.Name, gates);
    }

    private static Decision Answer(AutonomyLevel level, string because, string rule, IReadOnlyList<Gate> gates) => level switch
    {
        AutonomyLevel.Auto => new Decision.Act { Because = because, Rule = rule, Level = level, Gates = gates },
        AutonomyLevel.ApproveFirst => new Decision.Propose { Because = because, Rule = rule, Level = level, Gates = gates },
        AutonomyLevel.Suggest => new Decision.Propose { Because = because, Rule = rule, Level = level, Gates = gates },
        AutonomyLevel.Shadow => new Decision.Observe { Because = because, Rule = rule, Level = level, Gates = gates },
        AutonomyLevel.Off => new Decision.Refuse { Because = because, Rule = rule, Level = level, Gates = gates },
    };
}
