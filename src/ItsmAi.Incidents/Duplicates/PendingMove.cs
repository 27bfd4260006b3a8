namespace ItsmAi.Incidents.Duplicates;

/// <summary>A change that a step made and that the desk does not show yet.</summary>
/// <param name="Because">Why, for the note; no sentence that anybody wrote.</param>
public sealed record PendingMove(long Step, DuplicateMove Move, string Because);
