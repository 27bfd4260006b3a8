using System.Diagnostics.CodeAnalysis;
using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Raising;
using ItsmAi.Connectors.Changes;
using ItsmAi.Connectors.Prometheus;
using ItsmAi.Connectors.Signals;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;
using ItsmAi.Hosting.Reactions.Changes;

namespace ItsmAi.Hosting.Configuration;

/// <summary>
/// The part of a configuration that is about preventive changes: <c>changes</c>. A model, a freeze or a series that stands
/// wrong is said and left out; freezes, which only ever forbid, are refused as a whole.
/// </summary>
internal static class ChangeSection
{
    [SuppressMessage("Reliability", "CA2000", Justification = "The client lives as long as the process.")]
    public static ChangeConfiguration? Read(YamlMap? changes, SecretReader secrets, DateTimeOffset now)
    {
        if (changes is null) return null;
        var desk = changes.Text("desk");
        if (!ConnectionName.IsName(desk)) throw changes.Wrong("desk", desk, "1 to 40 lower case letters, digits or hyphens");
        var (document, faults) = ChangeFile.Read(File.ReadAllText(secrets.Beside(changes.Text("catalogue"))));
        var (catalogue, wrong) = ChangeCatalogue.Of(document, now);
        var problems = faults.Concat(wrong).Select(fault => $"changes.catalogue: {fault}").ToList();
        var (freezes, broken) = changes.TextOrNull("freezes") is { } path
            ? FreezeFile.Read(File.ReadAllText(secrets.Beside(path)))
            : ([], []);
        if (broken is [var first, ..]) throw changes.Wrong("freezes", changes.Text("freezes"), $"without a fault; {first}");
        var (signals, odd) = SeriesFile.Read(File.ReadAllText(secrets.Beside(changes.Text("series"))));
        problems.AddRange(odd.Select(fault => $"changes.series: {fault.Message}"));
        var items = signals.Items.ToDictionary(item => item.Id, Item, StringComparer.OrdinalIgnoreCase);
        var monitor = changes.Url("prometheus") is { } url
            ? new PrometheusQueries(
                new HttpClient { Timeout = TimeSpan.FromSeconds(20) }, url, secrets.Optional(changes, "prometheusToken"))
            : null;
        if (monitor is null && signals.Series.Any(one => one is WatchedSeries.Measured { Query: not null }))
            throw changes.Wrong("prometheus", "", "there; it is asked for the series that have a query");
        var senders = changes.Maps("senders").Select(one => Sender(one, secrets)).ToList();
        var pushed = signals.Series.OfType<WatchedSeries.Measured>().Where(one => one.Query is null).ToList();
        if (senders.Count == 0 && pushed.Count > 0)
            throw changes.Wrong("senders", "", $"there; {pushed[0].Name} has no query, so somebody has to push it");
        var rules = new ChangeRules(new ConnectionName(desk), new Team(changes.TextOrNull("queue") ?? "Changes"), catalogue, freezes)
        {
            Items = [.. items.Values],
        };
        changes.RefuseOthers();
        var pulled = signals.Series.Where(one => one is not WatchedSeries.Measured { Query: null });
        return new ChangeConfiguration(rules, [.. pulled.Select(series => Watched(series, items, monitor))])
        {
            Problems = problems,
            Pushed = [.. pushed.Select(series => (WatchOf(series, items), series))],
            Senders = senders.ToDictionary(one => one.Name, one => one.Tokens, StringComparer.Ordinal),
        };
    }

    private static (string Name, IReadOnlyList<string> Tokens) Sender(YamlMap sender, SecretReader secrets)
    {
        var name = sender.Text("name");
        if (!ConnectionName.IsName(name)) throw sender.Wrong("name", name, "1 to 40 lower case letters, digits or hyphens");
        var tokens = secrets.Several(sender, "tokens");
        if (tokens.Count == 0) throw sender.Wrong("tokens", "", "there; write tokens: [env:NAME]");
        sender.RefuseOthers();
        return (name, tokens);
    }

    private static Watch WatchOf(WatchedSeries series, Dictionary<string, ConfigurationItem> items) =>
        new(series.Name, series.Condition, items[series.Item], series.Owner);

    private static Watched Watched(
        WatchedSeries series, Dictionary<string, ConfigurationItem> items, PrometheusQueries? monitor) => new(
            WatchOf(series, items),
            (now, stop) => series switch
            {
                WatchedSeries.Dated dated => Task.FromResult(LookAtSeries.Dated(dated, now)),
                WatchedSeries.Measured measured => LookAtSeries.Measured(measured, monitor!, now, stop),
                _ => throw new InvalidOperationException("no such series"),
            });

    private static ConfigurationItem Item(WatchedItem item) => new(item.Id, item.Class)
    {
        Services = item.Services, Parents = item.Parents, Criticality = Enum.Parse<Criticality>(item.Criticality, ignoreCase: true),
    };
}
