using ItsmAi.Connectors.TableStorage;
using ItsmAi.Connectors.Tests.Records;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.TableStorage;

public sealed class TableRecordStoreTests(Azurite azurite) : RecordsTogetherContract, IAsyncLifetime
{
    private TableRecordStore? _store;

    protected override IRecordStore Store => _store!;

    public async ValueTask InitializeAsync() =>
        _store = new TableRecordStore(await azurite.Options(Stop), TimeProvider.System);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
