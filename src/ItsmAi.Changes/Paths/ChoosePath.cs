using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Paths;

/// <summary>
/// Which way a change takes. What weighs against the easy way comes first: no time, a suspended model, a high risk.
/// </summary>
public static class ChoosePath
{
    public static PathChoice Of(PathFacts facts)
    {
        var (path, because) = Choose(facts);
        return new PathChoice(path, ApproverRoles.Of(path), [because]);
    }

    /// <summary>How much time there is to the latest safe start.</summary>
    public static TimeLeft TimeLeft(DateTimeOffset now, DateTimeOffset? latestSafeStart, ChangeSettings settings) =>
        latestSafeStart is not { } latest || latest <= now ? Paths.TimeLeft.None
        : latest - now < settings.ShortTime ? Paths.TimeLeft.Scarce
        : Paths.TimeLeft.Ample;

    private static (ChangePath Path, string Because) Choose(PathFacts facts) => facts switch
    {
        { TimeLeft: Paths.TimeLeft.None } =>
            (ChangePath.EmergencyCandidate, "no safe start is left; people decide whether it is an emergency"),
        { IsSuspended: true } => (ChangePath.Normal, "the model's pre-authorisation is suspended"),
        { Risk: ChangeRisk.High } => (ChangePath.Normal, "a high risk is for the change authority"),
        { Fit: ModelFit.NoModel, TimeLeft: Paths.TimeLeft.Ample } => (ChangePath.Normal, "no model covers it, and there is time"),
        { Fit: ModelFit.NoModel } => (ChangePath.NormalFastTrack, "no model covers it, and time is short"),
        { Fit: ModelFit.OutOfScope } => (ChangePath.NormalFastTrack, "it is outside the scope of the model"),
        { IsPreAuthorised: false } => (ChangePath.NormalFastTrack, "the model is in scope and not pre-authorised"),
        _ => (ChangePath.Standard, "a pre-authorised model is in scope"),
    };
}
