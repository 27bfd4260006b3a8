using System.CommandLine;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Commands;

/// <summary><c>itsmai serve --data DIR</c>: runs everything in this one process.</summary>
public static class ServeCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several are separated by a semicolon.",
            HelpName = "URL",
            DefaultValueFactory = _ => ListenAddress.Default,
        };
        var config = new Option<string?>("--config")
        {
            Description = "The file that names desks, policy and model.",
            HelpName = "FILE",
        };
        var remote = new Option<bool>("--allow-remote") { Description = "Listen where other machines can reach it." };
        var command = new Command("serve", "Run alone: web functions, queue and timers in one process.")
        {
            data, urls, config, remote,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var endpoints = ListenAddress.Read(parsed.GetRequiredValue(urls), parsed.GetValue(remote));
            var settings = parsed.GetValue(config) is { } file
                ? ConfigurationFile.Read(file, Environment.GetEnvironmentVariable, clock.GetUtcNow())
                : ItsmAiConfiguration.Bare;
            await using var folder = await DataFolder.OpenOrMake(
                parsed.GetRequiredValue(data), Composition.QueueOf(settings), clock, stop);
            var house = await Composition.Alone(folder, settings, error, clock, stop);
            var options = new StandaloneOptions
            {
                AllowRemote = parsed.GetValue(remote),
                FirstPage = composed => Composition.Pages(composed, folder, settings, clock),
                Schedules = settings.Schedules.ToDictionary(
                    pair => TriggerCatalogue.TimerNamed(pair.Key).Name, pair => CronSchedule.Read(pair.Value)),
            };

            // What the desks did while we were down comes first; on the first start this marks where to begin.
            if (await house.DesksReconciled(clock.GetUtcNow(), stop) is Handling.Again missed)
                await error.WriteLineAsync($"reconcile-desks: {missed.Says}");
            await using var host = await StandaloneHost.Start(
                TriggerCatalogue.All, house, folder, endpoints, options, error, clock, stop);
            foreach (var address in host.Addresses) await output.WriteLineAsync($"listening on {address}");
            await output.FlushAsync(stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return Cli.Ok;
        });
        return command;
    }
}
