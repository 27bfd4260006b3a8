namespace ItsmAi.Hosting.Access;

/// <summary>Who may do what.</summary>
public static class Roles
{
    /// <summary>The names that commands and messages use, in the order of the enum.</summary>
    public static IReadOnlyList<string> Names { get; } = ["viewer", "operator", "approver", "policy-owner"];

    public static bool May(Role role, Right right) => right switch
    {
        Right.See => true,
        Right.AnswerDecisions => role is Role.Approver,
        Right.Stop => role is not Role.Viewer,
        Right.Resume => role is Role.Operator or Role.PolicyOwner,
        Right.SettleDeadLetters => role is Role.Operator,
        Right.ActivatePolicy => role is Role.PolicyOwner,
        Right.EndOwnObligations => true,
        Right.EndObligations => role is not Role.Viewer,
        Right.SeeAllObligations => role is Role.Operator or Role.PolicyOwner,
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "not a right"),
    };

    public static string NameOf(Role role) => Names[(int)role];

    public static Role? Read(string name)
    {
        for (var role = Role.Viewer; role <= Role.PolicyOwner; role++)
        {
            if (NameOf(role) == name) return role;
        }

        return null;
    }

    /// <summary>The roles that have the right, in words: <c>operator or policy-owner</c>.</summary>
    public static string WhoMay(Right right) =>
        string.Join(" or ", Enum.GetValues<Role>().Where(role => May(role, right)).Select(NameOf));
}
