using ItsmAi.Connectors.TableStorage;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Trials;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>What a good month leaves in the store: outcomes that bear it, and a person's approval of each rung.</summary>
internal static class Earned
{
    public static async Task In(StorageEmulator storage, string config, CancellationToken stop)
    {
        var settings = ConfigurationFile.Read(config, name => name == "STORAGE" ? storage.ConnectionString : null, TimeProvider.System.GetUtcNow());
        var records = new TableRecordStore(TableStorageOptions.FromConnectionString(storage.ConnectionString), TimeProvider.System);
        var governing = await Governing.Over(settings, records, TextWriter.Null, TimeProvider.System, stop);
        Assert.Null(ModelFile.Read(settings.ModelPath!, out var models));
        await TrialRoom.Run(
            governing, TriageModel.Of(models!), settings.Connections[0], Past(), (new Progress<double>(), TimeProvider.System), stop);
        for (var rung = AutonomyLevel.Suggest; rung < AutonomyLevel.Auto; rung++)
        {
            foreach (var open in await governing.Ladder.Promotions.Sweep(stop))
                Assert.Null(await governing.Ladder.Promotions.Approve(open.Id, new Person("quality.lead"), stop));
        }
    }

    private static List<TrialTicket> Past() =>
    [
        .. new World(7, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)).History(3100).Skip(3000)
            .Select(past => new TrialTicket(
                past.Number, past.Title, past.Description, Categories.Of(past.Truth).Team, Reopened: false,
                ConfigurationItem: past.ConfigurationItem, Service: past.Service)),
    ];
}
