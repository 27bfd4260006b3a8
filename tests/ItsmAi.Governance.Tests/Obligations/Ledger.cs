using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Obligations.Sweeping;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Obligations;

/// <summary>
/// Obligations over a store in memory, in a company in which kim answers to ana and ana to bo; the lead owns the
/// practice. <see cref="Restart"/> forgets all that a process forgets when it dies.
/// </summary>
internal sealed class Ledger
{
    public Ledger() => Restart();

    public static Person Kim { get; } = new("kim");

    public static Person Lead { get; } = new("desk.lead");

    public MemoryStore Store { get; init; } = new();

    public FakeClock Clock { get; init; } = new();

    public PolicyDocument Policy { get; set; } = Some.Policy(AutonomyLevel.Suggest);

    public IReadOnlyList<KnownPerson> People { get; set; } =
    [
        new(Kim) { Manager = new Person("ana"), Mail = "kim@example.org" },
        new(new Person("ana")) { Manager = new Person("bo") },
        new(new Person("bo")),
        new(Lead),
    ];

    public ReceiptChain Receipts { get; private set; } = null!;

    public ObligationBook Book { get; private set; } = null!;

    public SweepObligations Sweeper { get; private set; } = null!;

    public EndObligation Endings { get; private set; } = null!;

    public NoticeBook Notices { get; private set; } = null!;

    public OwnerDirectory Owners { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Restart()
    {
        Receipts = new ReceiptChain(Store);
        Owners = new OwnerDirectory(People, () => Policy.Owner, Clock);
        Book = new ObligationBook(Store, Receipts, Clock, Owners);
        Sweeper = new SweepObligations(Book, Owners, () => Policy, Clock);
        Endings = new EndObligation(Book, person => person == Book.Self, null, () => Policy.Obligations, Clock);
        Notices = new NoticeBook(Store);
    }

    public static BusinessCalendar Office { get; } = new()
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        From = TimeSpan.FromHours(8),
        To = TimeSpan.FromHours(18),
    };

    /// <summary>Somebody owes something until eight hours from now.</summary>
    public Obligation Owed(string id = "o1", string owner = "kim") => new()
    {
        Id = id,
        Owner = new Person(owner),
        Kind = ObligationKind.Finding,
        RaisedAt = Clock.GetUtcNow(),
        DueAt = Clock.GetUtcNow().AddHours(8),
        Says = "the same thing happened five times",
        About = "pattern-1",
    };

    public async Task<Obligation> Raise(string id = "o1", string owner = "kim")
    {
        await Book.Add(Owed(id, owner), Stop);
        return await At(id);
    }

    public async Task<Obligation> At(string id = "o1") => (await Book.Find(id, Stop))!;

    public Task Sweep() => Sweeper.Sweep(Stop);

    public async Task<EndingRefusal?> End(Disposition how, string by, Func<Ending, Ending>? with = null, string id = "o1") =>
        await Endings.Handle(id, with?.Invoke(new Ending(how, new Person(by))) ?? new Ending(how, new Person(by)), Stop);

    public async Task<IReadOnlyList<Receipt>> Steps(string id = "o1") =>
        [.. (await new NamesOnReceipts(Store).Show(await new DecisionBook(Store).Find(ObligationReceipt.DecisionOn(id), Stop), Stop))
            .Select(line => line.Receipt)];

    public async Task<IReadOnlyList<Notice>> Told()
    {
        var told = new List<Notice>();
        await foreach (var notice in Notices.All(Stop)) told.Add(notice);
        return [.. told.OrderBy(notice => notice.At).ThenBy(notice => notice.Id, StringComparer.Ordinal)];
    }

    public async Task<ActedOn> Figures()
    {
        var figures = new ActedOn();
        await foreach (var line in new DecisionBook(Store).Lines(Stop)) figures.Take(DecisionBook.Parse(line).Receipt);
        return figures;
    }
}
