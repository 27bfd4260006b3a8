using ItsmAi.Desk.People;

namespace ItsmAi.Hosting.Access;

/// <summary>Who calls, as their token or their sign-in says.</summary>
public sealed record Caller(Person Person, Role Role)
{
    /// <summary>Further roles, which only a sign-in can give.</summary>
    public IReadOnlyList<Role> Also { get; init; } = [];

    /// <summary>True where no person signed in: an application may look and nothing else.</summary>
    public bool IsApplication { get; init; }

    public bool May(Right right) => Also.Append(Role).Any(role => Roles.May(role, right)) && (!IsApplication || right == Right.See);
}
