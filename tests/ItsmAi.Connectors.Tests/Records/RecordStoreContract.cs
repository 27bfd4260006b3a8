using System.Text;
using ItsmAi.Governance.Records;
using Record = ItsmAi.Governance.Records.Record;

namespace ItsmAi.Connectors.Tests.Records;

/// <summary>What every record store promises for single records; each store's own test class runs it.</summary>
public abstract class RecordStoreContract
{
    private static int _made;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A collection that no other test writes to.</summary>
    protected string Collection { get; } = $"test{Interlocked.Increment(ref _made)}";

    protected abstract IRecordStore Store { get; }

    [Fact]
    public async Task An_inserted_record_is_found_with_its_version()
    {
        var version = Written(await Store.Insert(New("p", "r", "content"), Stop));

        var found = await Store.Find(Key("p", "r"), Stop);

        Assert.NotNull(found);
        Assert.Equal(Key("p", "r"), found.Key);
        Assert.Equal("content", Text(found));
        Assert.Equal(version, found.Version);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Null(await Store.Find(Key("p", "r"), Stop));
        await Store.Insert(New("p", "r", ""), Stop);

        Assert.Null(await Store.Find(Key("p", "R"), Stop));
        Assert.Null(await Store.Find(Key("P", "r"), Stop));
        Assert.Equal("", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task A_taken_key_is_a_conflict_and_keeps_its_content()
    {
        await Store.Insert(New("p", "r", "first"), Stop);

        Assert.Equal(new WriteAnswer.Conflict(Key("p", "r")), await Store.Insert(New("p", "r", "second"), Stop));
        Assert.Equal("first", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task The_same_content_inserted_again_is_a_conflict_too()
    {
        await Store.Insert(New("p", "r", "same"), Stop);

        Assert.IsType<WriteAnswer.Conflict>(await Store.Insert(New("p", "r", "same"), Stop));
    }

    [Fact]
    public async Task A_record_is_replaced_under_its_version_and_gets_another()
    {
        var first = Written(await Store.Insert(New("p", "r", "first"), Stop));

        var second = Written(await Store.Replace(New("p", "r", "second"), first, Stop));

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await Store.Find(Key("p", "r"), Stop))!.Version);
        Assert.Equal("second", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("nonsense")]
    [InlineData("W/\"datetime'2026-03-01T00%3A00%3A00.0000000Z'\"")]
    public async Task A_version_that_is_not_the_records_own_changes_nothing(string version)
    {
        await Store.Insert(New("p", "r", "first"), Stop);

        var conflict = new WriteAnswer.Conflict(Key("p", "r"));
        Assert.Equal(conflict, await Store.Replace(New("p", "r", "second"), version, Stop));
        Assert.Equal(conflict, await Store.Delete(Key("p", "r"), version, Stop));
        Assert.Equal("first", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var stale = Written(await Store.Insert(New("p", "r", "first"), Stop));
        await Store.Replace(New("p", "r", "second"), stale, Stop);

        Assert.IsType<WriteAnswer.Conflict>(await Store.Replace(New("p", "r", "third"), stale, Stop));
        Assert.IsType<WriteAnswer.Conflict>(await Store.Delete(Key("p", "r"), stale, Stop));
        Assert.Equal("second", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task What_is_gone_is_a_conflict_to_replace_or_delete()
    {
        var version = Written(await Store.Insert(New("p", "r", "first"), Stop));
        Assert.IsType<WriteAnswer.Written>(await Store.Delete(Key("p", "r"), version, Stop));

        Assert.Null(await Store.Find(Key("p", "r"), Stop));
        Assert.IsType<WriteAnswer.Conflict>(await Store.Replace(New("p", "r", "again"), version, Stop));
        Assert.IsType<WriteAnswer.Conflict>(await Store.Delete(Key("p", "r"), version, Stop));
    }

    [Fact]
    public async Task A_record_made_anew_does_not_answer_to_the_version_of_the_deleted_one()
    {
        var version = Written(await Store.Insert(New("p", "r", "same"), Stop));
        await Store.Delete(Key("p", "r"), version, Stop);
        await Store.Insert(New("p", "r", "same"), Stop);

        Assert.IsType<WriteAnswer.Conflict>(await Store.Replace(New("p", "r", "other"), version, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(917_504)]
    [InlineData(917_505)]
    [InlineData(1_048_576)]
    [InlineData(5_000_001)]
    [InlineData(67_108_864)]
    public async Task A_content_of_any_size_comes_back_byte_for_byte(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);

        Written(await Store.Insert(new NewRecord(Key("p", "r"), content), Stop));

        var found = await Store.Find(Key("p", "r"), Stop);
        Assert.True(content.AsSpan().SequenceEqual(found!.Content.Span));
    }

    [Fact]
    public async Task A_large_content_gives_way_to_a_small_one_and_back()
    {
        var large = new byte[2_000_000];
        var version = Written(await Store.Insert(new NewRecord(Key("p", "r"), large), Stop));
        version = Written(await Store.Replace(New("p", "r", "small"), version, Stop));
        Assert.Equal("small", Text((await Store.Find(Key("p", "r"), Stop))!));

        Written(await Store.Replace(new NewRecord(Key("p", "r"), large), version, Stop));
        Assert.Equal(large.Length, (await Store.Find(Key("p", "r"), Stop))!.Content.Length);
    }

    [Fact]
    public async Task A_content_that_is_too_large_is_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Store.Insert(new NewRecord(Key("p", "r"), new byte[67_108_865]), Stop));
        Assert.Contains("67108865", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Upper", "p", "r", "collection")]
    [InlineData("ab", "p", "r", "collection")]
    [InlineData("fine", "", "r", "partition")]
    [InlineData("fine", "p", "", "row")]
    [InlineData("fine", "p", "a\tb", "row")]
    [InlineData("fine", "p\u0085", "r", "partition")]
    public async Task A_key_that_is_not_acceptable_is_refused_by_name(
        string collection, string part, string row, string says)
    {
        var key = new RecordKey(collection, part, row);

        foreach (var call in new Func<Task>[]
        {
            () => Store.Find(key, Stop),
            () => Store.Insert(new NewRecord(key, default), Stop),
            () => Store.InsertTogether([new NewRecord(key, default)], Stop),
            () => Store.Replace(new NewRecord(key, default), "1", Stop),
            () => Store.Delete(key, "1", Stop),
        })
        {
            var error = await Assert.ThrowsAnyAsync<ArgumentException>(call);
            Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_row_of_two_hundred_and_one_characters_is_refused_and_one_less_is_not()
    {
        Written(await Store.Insert(New(new string('\uD800', 200), new string('/', 200), "long"), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Insert(New("p", new string('x', 201), ""), Stop));
    }

    protected RecordKey Key(string partition, string row) => new(Collection, partition, row);

    protected NewRecord New(string partition, string row, string content) =>
        new(Key(partition, row), Encoding.UTF8.GetBytes(content));

    protected static string Written(WriteAnswer answer) => Assert.IsType<WriteAnswer.Written>(answer).Version;

    protected static string Text(Record record) => Encoding.UTF8.GetString(record.Content.Span);
}
