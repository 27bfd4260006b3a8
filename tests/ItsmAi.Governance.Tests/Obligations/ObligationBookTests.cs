using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Obligations;

public sealed class ObligationBookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_obligation_without_an_owner_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => Owed() with { Owner = new Person(" ") });

    [Fact]
    public async Task Adding_it_again_changes_nothing()
    {
        var book = new ObligationBook(new MemoryStore(), new FakeClock());
        await book.Add(Owed(), Stop);

        await book.Add(Owed() with { Owner = new Person("somebody.else") }, Stop);

        Assert.Equal(new Person("lead"), (await book.Find("o1", Stop))!.Owner);
    }

    [Fact]
    public async Task The_first_disposition_stands()
    {
        var book = new ObligationBook(new MemoryStore(), new FakeClock());
        await book.Add(Owed(), Stop);

        await book.Dispose("o1", Disposition.Done, new Person("kim"), Stop);
        await book.Dispose("o1", Disposition.Rejected, new Person("ana"), Stop);

        var owed = await book.Find("o1", Stop);
        Assert.Equal((Disposition.Done, "kim"), (owed!.Disposition!.Value, owed.DisposedBy));
    }

    private static Obligation Owed() => new()
    {
        Id = "o1",
        Owner = new Person("lead"),
        RaisedAt = Some.Time,
        DueAt = Some.Time.AddHours(8),
        Says = "decide",
        About = "d1",
    };
}
