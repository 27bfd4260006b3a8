using System.Diagnostics;

namespace ItsmAi.Benchmarks;

/// <summary>
/// How long each publish form takes from its start to the first answer on <c>/</c>, and how much processor time: medians of
/// starts in turns, so that the load of the machine falls on all forms alike.
/// </summary>
public static class StartBenchmark
{
    private const int Starts = 15;

    private static readonly string[] Forms = ["framework", "r2r", "trimmed"];

    public static async Task Run(TextWriter output)
    {
        var root = Root();
        var packages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in Forms) packages[form] = await Publish(root, form);
        var figures = Forms.ToDictionary(form => form, _ => new List<StartFigures>(), StringComparer.Ordinal);

        await using var triage = await FirstTriage.Prepare(root);
        var settings = triage?.Settings ?? await Settings(root);

        // The first start of each reads its files from the disk and is not counted.
        for (var round = -1; round < Starts; round++)
        {
            foreach (var form in Forms)
            {
                var one = await StartedProcess.Measure(
                    Path.Combine(packages[form], "itsmai"), settings, triage is null ? null : await triage.NextMessage());
                if (round >= 0) figures[form].Add(one);
            }
        }

        await output.WriteLineAsync($"Start, {Starts} interleaved starts of each form, medians");
        await output.WriteLineAsync("  form         first 200 ms   of framework   CPU ms   first triage ms   package MB");
        foreach (var form in Forms)
            await output.WriteLineAsync(Line(form, figures[form], Median(figures["framework"], one => one.FirstAnswer), packages[form]));
    }

    private static string Line(string form, List<StartFigures> figures, double framework, string package)
    {
        var first = Median(figures, one => one.FirstAnswer);
        var triage = figures.TrueForAll(one => one.FirstTriage is not null)
            ? $"{Median(figures, one => one.FirstTriage!.Value),10:F0}"
            : "         -";
        var size = Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        return $"  {form,-10} {first,12:F0} {first / framework,14:F2} {Median(figures, one => one.Cpu),8:F0} {triage,17} {size / 1e6,12:F1}";
    }

    private static double Median(List<StartFigures> figures, Func<StartFigures, double> of)
    {
        var sorted = figures.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task<string> Publish(string root, string form)
    {
        var folder = Path.Combine(root, "artifacts", "publish", "start-" + form);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", "src/ItsmAi.Hosting", "-c", "Release", "-r", "linux-x64", $"-p:Form={form}", "-o", folder, "-v", "quiet",
            },
            WorkingDirectory = root,
            UseShellExecute = false,
        })!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"publishing {form} failed");
    }

    // Without a configuration of one's own: valid, with stores that nobody listens for. The start does not need them.
    private static async Task<IReadOnlyDictionary<string, string>> Settings(string root)
    {
        if (Environment.GetEnvironmentVariable("ITSMAI_CONFIG") is { Length: > 0 } own)
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["ITSMAI_CONFIG"] = own };
        var config = Path.Combine(root, "artifacts", "publish", "start.yaml");
        await File.WriteAllTextAsync(
            config,
            $"""
            policy: {Path.Combine(root, "policy", "policy.yaml")}
            store:
              connectionString: env:STORAGE
              serviceBusConnectionString: env:BUS
            connections: []
            """);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ITSMAI_CONFIG"] = config,
            ["STORAGE"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;"
                + "BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;",
            ["BUS"] = "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=k;SharedAccessKey=a2V5",
        };
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ItsmAi.sln is in no folder above the benchmarks");
    }
}
