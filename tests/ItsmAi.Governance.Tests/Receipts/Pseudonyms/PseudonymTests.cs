using System.Text;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts.Pseudonyms;

public sealed class PseudonymTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly ReceiptChain _chain;

    public PseudonymTests() => _chain = new ReceiptChain(_store);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task A_receipt_is_stored_without_a_name_and_found_with_it()
    {
        var receipt = ByAna("r1");
        var given = await _chain.Append(receipt, Stop);

        Assert.Equal(receipt, given);
        Assert.Equal(receipt, await _chain.Find(receipt.Id, Stop));
        Assert.False(Stored("ana.silva"));
        var raw = Assert.Single(await new DecisionBook(_store).Find(receipt.Decision, Stop));
        Assert.True(PseudonymBook.IsPseudonym(raw.Receipt.Actor));
        Assert.Equal(raw.Receipt.Actor, raw.Receipt.Before!.Assignee!.Value.Account);
        Assert.NotEqual(raw.Receipt.Actor, raw.Receipt.After!.Assignee!.Value.Account);
        Assert.Equal([receipt], (await new NamesOnReceipts(_store).Show([raw], Stop)).Select(line => line.Receipt));
    }

    [Fact]
    public async Task What_nobody_did_in_person_keeps_its_word()
    {
        foreach (var actor in new[] { "itsmai", "unknown" })
        {
            var receipt = Some.Receipt(actor) with { Actor = actor };
            await _chain.Append(receipt, Stop);
            Assert.Equal(actor, (await new DecisionBook(_store).Find(receipt.Decision, Stop))[0].Receipt.Actor);
        }

        Assert.Empty(_store.All("people"));
    }

    [Fact]
    public async Task Two_who_meet_a_name_at_once_give_it_one_pseudonym()
    {
        var (one, other) = (new PseudonymBook(_store), new PseudonymBook(_store));
        string? faster = null;
        _store.At = at =>
        {
            if (at != "before insert") return;
            _store.At = _ => { };
            faster = other.For("ana.silva", Stop).GetAwaiter().GetResult();
        };

        Assert.Equal(await one.For("ana.silva", Stop), faster);
        Assert.Equal(2, _store.All("people").Count());
    }

    [Fact]
    public async Task A_name_of_any_length_and_signs_gets_a_pseudonym()
    {
        var book = new PseudonymBook(_store);
        foreach (var name in new[] { new string('x', 5_000), "a\tb\u0000", "ÄÖ/\\#?" })
        {
            Assert.Equal(name, await book.NameOf(await book.For(name, Stop), Stop));
        }
    }

    [Fact]
    public async Task Whoever_is_erased_is_nowhere_and_the_chain_still_holds()
    {
        var receipt = ByAna("r1");
        await _chain.Append(receipt, Stop);
        var anchors = new MemoryAnchors();
        await new ItsmAi.Governance.Receipts.Anchors.AnchorReceipts(_store, anchors, new FakeClock()).Handle(Stop);

        var pseudonym = await Erasing().Handle(new Person("ana.silva"), new Person("kim"), Stop);

        Assert.False(Stored("ana.silva"));
        Assert.DoesNotContain(_store.All("people"), row => Holds(row.Content, "ana.silva"));
        Assert.Equal(pseudonym, (await _chain.Find(receipt.Id, Stop))!.Actor);
        var report = await VerifyReceipts.Walk(_store, anchors, progress: null, Stop);
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(2, report.Verified);
    }

    [Fact]
    public async Task An_erasure_names_who_did_it_and_of_the_erased_the_pseudonym_alone()
    {
        await _chain.Append(ByAna("r1"), Stop);

        var pseudonym = await Erasing().Handle(new Person("ana.silva"), new Person("kim"), Stop);

        var decision = ReceiptAddress.DecisionOn(pseudonym!, "erase", pseudonym!);
        var erased = await _chain.Find($"{decision}-personerased", Stop);
        Assert.Equal((ReceiptKind.PersonErased, "kim"), (erased!.Kind, erased.Actor));
        Assert.Contains(pseudonym!, erased.Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before insert")]
    [InlineData("after insert")]
    [InlineData("before delete", 1)]
    [InlineData("before delete", 2)]
    public async Task An_erasure_that_broke_off_is_finished_by_a_repeat(string where, int turn = 1)
    {
        await _chain.Append(ByAna("r1"), Stop);
        await _chain.Append(Some.Receipt("r2") with { Actor = "kim" }, Stop);
        var before = (await VerifyReceipts.Walk(_store, Stop)).Verified;
        _store.At = at =>
        {
            if (at == where && --turn == 0) throw new Crash();
        };
        await Assert.ThrowsAsync<Crash>(() => Erasing().Handle(new Person("ana.silva"), new Person("kim"), Stop));
        _store.At = _ => { };

        using var later = new ReceiptChain(_store);
        var erasing = new ErasePerson(later, new PseudonymBook(_store), new FakeClock());
        Assert.NotNull(await erasing.Handle(new Person("ana.silva"), new Person("kim"), Stop));

        Assert.DoesNotContain(_store.All("people"), row => Holds(row.Content, "ana.silva"));
        Assert.Null(await erasing.Handle(new Person("ana.silva"), new Person("kim"), Stop));
        Assert.Equal(before + 1, (await VerifyReceipts.Walk(_store, Stop)).Verified);
    }

    private ErasePerson Erasing() => new(_chain, new PseudonymBook(_store), new FakeClock());

    private static Receipt ByAna(string name) => Some.Receipt(name) with
    {
        Actor = "ana.silva",
        Before = Some.Ticket().Fields with { Assignee = new Person("ana.silva") },
        After = Some.Ticket().Fields with { Assignee = new Person("bo") },
    };

    private bool Stored(string name) =>
        _store.All(ReceiptAddress.Collection).Any(row => row.Row.Contains(name, StringComparison.Ordinal) || Holds(row.Content, name));

    private static bool Holds(byte[] content, string name) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;
}
