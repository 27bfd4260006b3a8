using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Obligations.Owners;

public sealed class OwnerDirectoryTests
{
    [Theory]
    [InlineData("gone", "the owner has left")]
    [InlineData("away", "the owner is not active")]
    [InlineData("nobody", "the owner is not known")]
    public async Task Who_cannot_own_it_is_replaced_by_the_practice_owner_and_that_is_testified(string owner, string because)
    {
        var ledger = new Ledger
        {
            People =
            [
                new KnownPerson(new Person("gone")) { Left = new DateOnly(2026, 3, 2) },
                new KnownPerson(new Person("away")) { Active = false },
            ],
        };
        ledger.Restart();

        var owed = await ledger.Raise(owner: owner);

        Assert.Equal((Ledger.Lead, owner, because), (owed.Owner, owed.InsteadOf!.Value.Account, owed.OwnershipException));
        var step = Assert.Single(await ledger.Steps());
        Assert.Equal((ReceiptKind.ObligationRaised, "desk.lead", because), (step.Kind, step.Owner, step.Owed!.OwnershipException));
        Assert.Equal(1, (await ledger.Figures()).OwnershipExceptions);
    }

    [Fact]
    public void Who_leaves_tomorrow_owns_it_today_and_where_nobody_is_listed_every_name_is_good()
    {
        Assert.Null(Of([new KnownPerson(Ledger.Kim) { Left = new DateOnly(2026, 3, 3) }]).Vacancy(Ledger.Kim));
        Assert.Null(Of([]).Vacancy(Ledger.Kim));
        Assert.Null(Of([new KnownPerson(Ledger.Kim)]).Vacancy(new Person("KIM")));
    }

    [Theory]
    [InlineData("kim>ana, ana>bo, bo>", "ana bo desk.lead")]
    [InlineData("kim>ana, ana>kim", "ana desk.lead")]
    [InlineData("kim>ana, ana!bo, bo>", "bo desk.lead")]
    [InlineData("kim>desk.lead, desk.lead>bo, bo>", "desk.lead")]
    [InlineData("kim>", "desk.lead")]
    [InlineData("", "desk.lead")]
    public void It_goes_up_from_manager_to_manager_and_ends_at_the_practice_owner(string people, string above)
    {
        var known = people.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            var parts = text.Split('>', '!');
            return new KnownPerson(new Person(parts[0]))
            {
                Manager = parts[1].Length == 0 ? null : new Person(parts[1]),
                Active = !text.Contains('!', StringComparison.Ordinal),
            };
        });

        Assert.Equal(above, string.Join(' ', Of([.. known]).Above(Ledger.Kim)));
    }

    private static OwnerDirectory Of(IReadOnlyList<KnownPerson> people) => new(people, () => Ledger.Lead, new FakeClock());
}
