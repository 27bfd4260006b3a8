using System.Text;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Connectors.Tests.Anchors;

/// <summary>What every store of anchors promises; each store's own test class runs it.</summary>
public abstract class AnchorStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client of the same anchors, as another process would make one.</summary>
    protected abstract IAnchorStore Open();

    [Fact]
    public async Task Where_nothing_was_kept_there_is_nothing()
    {
        Assert.Null(await Open().Last(Stop));
        Assert.Empty(await Open().Read(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_was_kept_is_read_in_order_byte_for_byte()
    {
        var store = Open();
        for (var sequence = 1; sequence <= 40; sequence++)
        {
            Assert.True(await store.Append(New(sequence, $"anchor {sequence}"), Stop));
            Assert.Equal(sequence, (await store.Last(Stop))!.Sequence);
        }

        var read = await Open().Read(Stop).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), read.Select(anchor => anchor.Sequence));
        Assert.All(read, anchor => Assert.Equal($"anchor {anchor.Sequence}", Text(anchor)));
        Assert.Equal("anchor 40", Text((await Open().Last(Stop))!));
    }

    [Fact]
    public async Task A_number_that_is_taken_keeps_what_it_has()
    {
        Assert.True(await Open().Append(New(1, "first"), Stop));

        Assert.False(await Open().Append(New(1, "second"), Stop));
        Assert.False(await Open().Append(New(1, "first"), Stop));
        Assert.Equal("first", Text((await Open().Last(Stop))!));
    }

    [Fact]
    public async Task One_who_looks_again_sees_what_another_kept_meanwhile()
    {
        var (one, other) = (Open(), Open());
        await one.Append(New(1, "one"), Stop);
        Assert.Equal(1, (await one.Last(Stop))!.Sequence);
        await other.Append(New(2, "other"), Stop);
        await other.Append(New(3, "other"), Stop);

        Assert.Equal(3, (await one.Last(Stop))!.Sequence);
    }

    [Fact]
    public async Task A_gap_is_read_as_a_gap()
    {
        foreach (var sequence in new[] { 1, 2, 5 }) await Open().Append(New(sequence, ""), Stop);

        Assert.Equal([1L, 2L, 5L], (await Open().Read(Stop).ToListAsync(Stop)).Select(anchor => anchor.Sequence));
        Assert.Equal(5, (await Open().Last(Stop))!.Sequence);
    }

    protected static StoredAnchor New(long sequence, string text) => new(sequence, Encoding.UTF8.GetBytes(text));

    protected static string Text(StoredAnchor anchor) => Encoding.UTF8.GetString(anchor.Content.Span);
}
