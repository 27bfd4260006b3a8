using ItsmAi.Desk.People;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>What is stopped, by whom and why.</summary>
/// <param name="All">True: every action.</param>
/// <param name="Actions">The actions that are stopped one by one.</param>
public sealed record StopState(bool All, IReadOnlyList<ActionKind> Actions, string By, string Reason)
{
    public static StopState Running { get; } = new(All: false, [], "", "");

    public bool Stops(ActionKind action) => All || Actions.Contains(action);

    internal StopState With(ActionKind? action, bool stopped, Person by, string reason) => action switch
    {
        null => new StopState(stopped, [], by.Account, reason),
        { } one when stopped => this with { Actions = [.. Actions.Append(one).Distinct()], By = by.Account, Reason = reason },
        { } one => this with { Actions = [.. Actions.Where(other => other != one)], By = by.Account, Reason = reason },
    };
}
