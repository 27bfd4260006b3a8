namespace ItsmAi.Desk.Changes;

/// <summary>A time in which nothing is changed, from its first moment up to and without its last.</summary>
/// <param name="Until">Null: nobody has said when it ends.</param>
/// <param name="On">Configuration items and services that it holds for, and for all below them; empty: everything.</param>
public sealed record Freeze(string Id, DateTimeOffset From, DateTimeOffset? Until, IReadOnlyList<string> On, string Because)
{
    public bool Overlaps(DateTimeOffset start, DateTimeOffset end) => From < end && (Until is not { } until || start < until);
}
