using System.Text;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Demo;
using ItsmAi.Hosting.Files;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.Hosting.Tests.Commands.Autonomy;

/// <summary>A configuration, a model, and a data folder after a trial on tickets that the model never saw.</summary>
public sealed class TriedFolder : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-trial-").FullName;

    public string Data => Path.Combine(_folder, "data");

    public string Config => Path.Combine(_folder, "itsmai.yaml");

    /// <summary>What the trial said.</summary>
    public string Said { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var world = new World(4, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        Assert.Null(ModelFile.Write(Path.Combine(_folder, "triage.model"), DemoTraining.Train(world, default)));
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret"), "s3cret");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "policy.yaml"),
            """
            version: 1
            owner: desk.lead
            rules:
              - { name: all, action: Route, level: Auto, when: { confidenceAtLeast: 0.8 }, because: a test }
            """);
        await File.WriteAllTextAsync(Config, Configuration);
        var (exit, said) = await Run("trial", "--tickets", Write(world), "--config", Config, "--data", Data);
        Assert.True(exit == 0, said);
        Said = said;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static async Task<(int Exit, string Said)> Run(params string[] arguments)
    {
        await using var said = new StringWriter();
        var exit = await Cli.Run(arguments, said, said, TimeProvider.System, TestContext.Current.CancellationToken);
        return (exit, said.ToString());
    }

    /// <summary>Two tickets of the training and 700 that came later.</summary>
    private string Write(World world)
    {
        const int Seen = DemoTraining.Learned + DemoTraining.Checked;
        var all = world.History(Seen + 700);
        var csv = new StringBuilder("id,title,description,team,service\n");
        foreach (var past in all.Take(2).Concat(all.Skip(Seen)))
            csv.Append($"{past.Number},{Cell(past.Title)},{Cell(past.Description)},{Categories.Of(past.Truth).Team},{past.Service}\n");
        var path = Path.Combine(_folder, "past.csv");
        File.WriteAllText(path, csv.ToString());
        return path;
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Configuration =>
        $"""
        policy: policy.yaml
        model: triage.model
        connections:
          - name: rt-main
            kind: request-tracker
            url: http://127.0.0.1:1/
            token: file:secret
            account: itsmai-bot
            webhookSecrets: [file:secret]
            teams:
        {string.Join('\n', Categories.All.Select(one => $"      {one.Id}: {one.Team}"))}
        """;
}
