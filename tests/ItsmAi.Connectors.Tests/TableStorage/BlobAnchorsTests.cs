using ItsmAi.Connectors.TableStorage;
using ItsmAi.Connectors.Tests.Anchors;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Connectors.Tests.TableStorage;

public sealed class BlobAnchorsTests(Azurite azurite) : AnchorStoreContract, IAsyncLifetime
{
    private static int _made;

    private readonly string _container = $"anchors-{Interlocked.Increment(ref _made)}";

    private TableStorageOptions? _options;

    public async ValueTask InitializeAsync() => _options = await azurite.Options(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Of_many_who_keep_the_same_number_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Open().Append(New(1, $"{caller}"), Stop)));

        Assert.Single(answers, won => won);
        Assert.Equal($"{Array.IndexOf(answers, true)}", Text((await Open().Last(Stop))!));
    }

    [Fact]
    public void A_container_that_no_account_would_have_is_refused() =>
        Assert.StartsWith(
            "container",
            Assert.Throws<ArgumentException>(() => new BlobAnchors(_options!, "No Such", TimeProvider.System)).Message,
            StringComparison.Ordinal);

    protected override IAnchorStore Open() => new BlobAnchors(_options!, _container, TimeProvider.System);
}
