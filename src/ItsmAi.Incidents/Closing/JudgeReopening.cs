namespace ItsmAi.Incidents.Closing;

/// <summary>True where a closed ticket that was reopened had been closed wrongly.</summary>
public static class JudgeReopening
{
    public static bool Of(DateTimeOffset closedAt, DateTimeOffset reopenedAt, ClosureRules rules) =>
        reopenedAt >= closedAt && reopenedAt - closedAt <= rules.WrongWithin;
}
