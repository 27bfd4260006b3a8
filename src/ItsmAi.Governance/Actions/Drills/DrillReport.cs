using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions.Drills;

/// <summary>What a drill saw.</summary>
/// <param name="Gates">The switch's gate for every action, as it stood while all was stopped.</param>
/// <param name="Refused">For how many of them a decision would have been refused.</param>
/// <param name="Owed">How many obligations there were before.</param>
/// <param name="Lost">How many of these were gone after.</param>
/// <param name="Letters">How many messages were given up meanwhile.</param>
/// <param name="GoesOn">True where automation runs again as it did before; false where it was, or is now, stopped.</param>
/// <param name="Receipt">The receipt that testifies it.</param>
public sealed record DrillReport(
    IReadOnlyList<Gate> Gates, int Refused, int Owed, int Lost, int Letters, bool GoesOn, string Receipt)
{
    public bool Holds => Refused == Gates.Count && Lost == 0 && Letters <= 0;

    public string Says =>
        $"{Refused} of {Gates.Count} actions refused, {Lost} of {Owed} obligations lost, {Math.Max(0, Letters)} messages given up; "
        + (GoesOn ? "it goes on as before" : "it stays stopped");
}
