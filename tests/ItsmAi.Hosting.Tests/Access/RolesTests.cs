using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Access;

public sealed class RolesTests
{
    public static TheoryData<Right, Role, bool> Table =>
    [
        .. Repository.Rows("roles.csv").SelectMany(row =>
            Roles.Names.Select((_, role) => (Enum.Parse<Right>(row[0]), (Role)role, row[role + 1] == "yes"))),
    ];

    [Theory]
    [MemberData(nameof(Table))]
    public void A_role_may_what_the_table_says(Right right, Role role, bool may) => Assert.Equal(may, Roles.May(role, right));

    [Fact]
    public void The_table_knows_every_right() =>
        Assert.Equal(Enum.GetNames<Right>(), Repository.Rows("roles.csv").Select(row => row[0]));

    [Fact]
    public void A_role_is_read_by_the_name_that_it_is_shown_by()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(role, Roles.Read(Roles.NameOf(role))));
        Assert.Null(Roles.Read("Viewer"));
        Assert.Null(Roles.Read(""));
    }

    [Fact]
    public void Who_may_is_said_in_words() => Assert.Equal("operator or policy-owner", Roles.WhoMay(Right.Resume));
}
