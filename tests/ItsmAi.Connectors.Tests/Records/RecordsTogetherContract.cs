using ItsmAi.Governance.Records;
using Record = ItsmAi.Governance.Records.Record;

namespace ItsmAi.Connectors.Tests.Records;

/// <summary>What every record store promises for records written together, read in order, or fought over.</summary>
public abstract class RecordsTogetherContract : RecordStoreContract
{
    // Where UTF-8, UTF-16 and escaping could order or spell a key differently.
    private const string Awkward =
        "!,-./09:=>?@AZ[\\]_az{~ #%'\"+\u00A0\u00E4\u0416\u4E00\uD7FA\uD7FB\uD83D\uDE00\uDFFF\uE000\uFFFD\uFFFE\uFFFF";

    [Fact]
    public async Task Records_are_inserted_together()
    {
        var records = Enumerable.Range(0, 100).Select(row => New("p", $"{row:D3}", $"content {row}")).ToList();

        Written(await Store.InsertTogether(records, Stop));

        var found = await Rows("p");
        Assert.Equal(records.Select(record => record.Key.Row), found.Select(record => record.Key.Row));
        Assert.Equal("content 99", Text(found[99]));
        Written(await Store.Replace(New("p", "042", "other"), found[42].Version, Stop));
    }

    [Fact]
    public async Task A_record_inserted_alone_together_answers_with_its_version()
    {
        var version = Written(await Store.InsertTogether([New("p", "r", "content")], Stop));

        Assert.Equal(version, (await Store.Find(Key("p", "r"), Stop))!.Version);
    }

    [Fact]
    public async Task When_one_key_is_taken_none_is_written_and_the_first_taken_one_is_named()
    {
        await Store.Insert(New("p", "b", "b"), Stop);
        await Store.Insert(New("p", "c", "c"), Stop);

        var answer = await Store.InsertTogether(
            [New("p", "d", ""), New("p", "c", ""), New("p", "a", ""), New("p", "b", "")], Stop);

        Assert.Equal(new WriteAnswer.Conflict(Key("p", "c")), answer);
        Assert.Equal(["b", "c"], (await Rows("p")).Select(record => record.Key.Row));
    }

    [Fact]
    public async Task A_mebibyte_is_written_together_and_a_byte_more_is_refused()
    {
        Written(await Store.InsertTogether([Sized("a", 1_048_575), Sized("b", 1)], Stop));

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Store.InsertTogether([Sized("c", 1_048_576), Sized("d", 1)], Stop));
        Assert.Contains("1048577", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_together_is_refused_before_anything_is_written()
    {
        var many = Enumerable.Range(0, 101).Select(row => New("p", $"{row}", "")).ToList();
        foreach (var records in new IReadOnlyList<NewRecord>[]
        {
            [], many, [New("p", "r", ""), New("q", "r", "")], [New("p", "r", ""), New("p", "r", "")],
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.InsertTogether(records, Stop));
        }

        Assert.Empty(await Rows("p"));
    }

    [Theory]
    [InlineData(null, null, "a,b,c,d")]
    [InlineData("b", null, "b,c,d")]
    [InlineData(null, "c", "a,b")]
    [InlineData("b", "d", "b,c")]
    [InlineData("aa", "cc", "b,c")]
    [InlineData("", "a", "")]
    [InlineData("c", "b", "")]
    [InlineData("a", "b\u0000", "a,b")]
    public async Task A_range_holds_its_start_and_not_its_end(string? from, string? to, string expected)
    {
        foreach (var row in new[] { "d", "b", "a", "c" })
            await Store.Insert(New("p", row, ""), Stop);
        await Store.Insert(New("q", "b", ""), Stop);

        Assert.Equal(expected, string.Join(',', (await Rows("p", from, to)).Select(record => record.Key.Row)));
    }

    [Fact]
    public async Task Many_records_are_read_over_several_pages_each_once()
    {
        for (var page = 0; page < 5; page++)
        {
            var records = Enumerable.Range(page * 90, 90).Select(row => New("p", $"{row:D4}", $"{row}"));
            Written(await Store.InsertTogether([.. records], Stop));
        }

        Assert.Equal(Enumerable.Range(0, 450).Select(row => $"{row}"), (await Rows("p")).Select(Text));
    }

    [Fact]
    public async Task Large_records_are_read_in_order_too()
    {
        for (var row = 0; row < 12; row++)
            Written(await Store.Insert(Sized($"{row:D2}", row % 2 == 0 ? 1_500_000 : 900_000), Stop));

        var rows = (await Rows("p")).Select(record => record.Key.Row);
        Assert.Equal(Enumerable.Range(0, 12).Select(row => $"{row:D2}"), rows);
    }

    [Fact]
    public async Task Any_keys_come_back_as_they_were_in_ordinal_order()
    {
        var random = new Random(20260301);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        while (keys.Count < 180)
            keys.Add(string.Concat(random.GetItems<char>(Awkward, random.Next(1, 6))));
        var shuffled = keys.ToArray();
        random.Shuffle(shuffled);
        foreach (var chunk in shuffled.Chunk(60))
            Written(await Store.InsertTogether([.. chunk.Select(row => New("p", row, row.Length.ToString()))], Stop));

        Assert.Equal(keys, (await Rows("p")).Select(record => record.Key.Row));
        for (var round = 0; round < 20; round++)
        {
            var from = shuffled[random.Next(shuffled.Length)];
            var to = shuffled[random.Next(shuffled.Length)];
            var expected = keys.Where(
                key => string.CompareOrdinal(from, key) <= 0 && string.CompareOrdinal(key, to) < 0);
            Assert.Equal(expected, (await Rows("p", from, to)).Select(record => record.Key.Row));
        }
    }

    [Fact]
    public async Task Partitions_that_hold_a_record_are_listed_in_ordinal_order()
    {
        Assert.Empty(await Store.Partitions(Collection, Stop).ToListAsync(Stop));
        var parts = Awkward.Where(sign => !char.IsControl(sign)).Select(sign => $"{sign}").ToList();
        foreach (var part in parts)
            await Store.Insert(New(part, "r", ""), Stop);
        var version = Written(await Store.Insert(New("gone", "r", ""), Stop));
        await Store.Delete(Key("gone", "r"), version, Stop);

        Assert.Equal(parts.Order(StringComparer.Ordinal), await Store.Partitions(Collection, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Of_many_who_insert_one_key_one_wins()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(
                caller => Task.Run(() => Store.Insert(New("p", "r", $"{caller}"), Stop), Stop)));

        var winner = Array.FindIndex(answers, answer => answer is WriteAnswer.Written);
        Assert.Single(answers.OfType<WriteAnswer.Written>());
        Assert.Equal($"{winner}", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task Of_many_who_count_up_one_record_none_is_lost()
    {
        await Store.Insert(New("p", "r", "0"), Stop);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CountUp(5), Stop)));

        Assert.Equal("40", Text((await Store.Find(Key("p", "r"), Stop))!));
    }

    private async Task CountUp(int times)
    {
        while (times > 0)
        {
            var before = (await Store.Find(Key("p", "r"), Stop))!;
            var answer = await Store.Replace(New("p", "r", $"{int.Parse(Text(before)) + 1}"), before.Version, Stop);
            times -= answer is WriteAnswer.Written ? 1 : 0;
        }
    }

    private NewRecord Sized(string row, int size) => new(Key("p", row), new byte[size]);

    private async Task<List<Record>> Rows(string partition, string? from = null, string? to = null) =>
        await Store.Read(Collection, partition, from, to, Stop).ToListAsync(Stop);
}
