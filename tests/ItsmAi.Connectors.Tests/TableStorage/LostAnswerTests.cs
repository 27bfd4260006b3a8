using Azure.Core.Pipeline;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>
/// The emulator does what it is asked, and the answer gets lost: the retry meets what its first try wrote.
/// </summary>
public sealed class LostAnswerTests(Azurite azurite)
{
    private static int _made;

    private readonly string _collection = $"lost{Interlocked.Increment(ref _made)}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insert_whose_answer_was_lost_is_no_conflict()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        await store.Insert(New("other", "makes the table"), Stop);

        wire.Lose = 1;
        var answer = Assert.IsType<WriteAnswer.Written>(await store.Insert(New("r", "ours"), Stop));

        Assert.Equal(0, wire.Lose);
        Assert.Equal(answer.Version, (await store.Find(New("r", "").Key, Stop))!.Version);
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_is_no_conflict()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        var first = Assert.IsType<WriteAnswer.Written>(await store.Insert(New("r", "first"), Stop));

        wire.Lose = 1;
        var second = Assert.IsType<WriteAnswer.Written>(await store.Replace(New("r", "second"), first.Version, Stop));

        Assert.Equal(second.Version, (await store.Find(New("r", "").Key, Stop))!.Version);
    }

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_is_no_conflict()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        await store.Insert(New("other", "makes the table"), Stop);

        wire.Lose = 1;
        var answer = await store.InsertTogether([New("a", "1"), New("b", "2")], Stop);

        var last = (await store.Find(New("b", "").Key, Stop))!;
        Assert.Equal(new WriteAnswer.Written(last.Version), answer);
    }

    [Fact]
    public async Task Somebody_elses_record_stays_a_conflict_when_an_answer_was_lost_too()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        await store.Insert(New("r", "same"), Stop);

        wire.Lose = 1;
        Assert.IsType<WriteAnswer.Conflict>(await store.Insert(New("r", "same"), Stop));
        wire.Lose = 1;
        var answer = await store.InsertTogether([New("a", ""), New("r", "same")], Stop);
        Assert.Equal(new WriteAnswer.Conflict(New("r", "").Key), answer);
        Assert.Null(await store.Find(New("a", "").Key, Stop));
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_says_that_it_does_not_know()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        var first = Assert.IsType<WriteAnswer.Written>(await store.Insert(New("r", "first"), Stop));

        wire.Lose = 1;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Delete(New("r", "").Key, first.Version, Stop));

        Assert.Null(await store.Find(New("r", "").Key, Stop));
    }

    [Fact]
    public async Task When_every_answer_is_lost_the_store_is_unavailable()
    {
        using var wire = new LosingHandler();
        var store = await Store(wire);
        wire.Lose = 100;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Insert(New("r", ""), Stop));
    }

    private NewRecord New(string row, string content) =>
        new(new RecordKey(_collection, "p", row), System.Text.Encoding.UTF8.GetBytes(content));

    private async Task<TableRecordStore> Store(LosingHandler wire) => new(
        await azurite.Options(Stop) with
        {
            FirstDelay = TimeSpan.FromMilliseconds(1),
            Transport = new HttpClientTransport(wire),
        },
        TimeProvider.System);

    private sealed class LosingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        /// <summary>So many answers to writes are lost from here on.</summary>
        public int Lose { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Get || Lose == 0)
                return answer;

            Lose--;
            answer.Dispose();
            throw new HttpRequestException("the connection broke before the answer came");
        }
    }
}
