using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>Below ApproveFirst AI may link, never close.</summary>
public static class DuplicateEffects
{
    public static DuplicateEffect Allowed(LinkedBy by, AutonomyLevel level) => (by, level) switch
    {
        (LinkedBy.Human, _) => DuplicateEffect.LinkAndClose,
        (_, AutonomyLevel.Off or AutonomyLevel.Shadow) => DuplicateEffect.Nothing,
        (_, AutonomyLevel.ApproveFirst or AutonomyLevel.Auto) => DuplicateEffect.LinkAndClose,
        _ => DuplicateEffect.LinkOnly,
    };
}
