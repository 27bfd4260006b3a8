using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Hosting.Configuration;

/// <summary>
/// Reads the configuration file: YAML, strict, with paths relative to the file. Secrets never stand in it; they are
/// named
/// as <c>env:NAME</c> or <c>file:PATH</c>.
/// </summary>
public static class ConfigurationFile
{
    /// <exception cref="YamlFaultException">
    /// A field is unknown, missing or wrong; the message names it and the place.
    /// </exception>
    /// <exception cref="FileNotFoundException">The file, or one that it names, is not there.</exception>
    public static ItsmAiConfiguration Read(string path, Func<string, string?> environment, DateTimeOffset now)
    {
        var full = Path.GetFullPath(path);
        var root = YamlMap.Parse(File.ReadAllText(full));
        var secrets = new SecretReader(environment, Path.GetDirectoryName(full)!);
        var read = new ItsmAiConfiguration
        {
            Site = root.Url("site") ?? new Uri("http://127.0.0.1:7071/"),
            Policy = File.ReadAllText(secrets.Beside(root.Text("policy"))),
            ModelPath = root.TextOrNull("model") is { } model ? secrets.Beside(model) : null,
            AnchorsPath = root.TextOrNull("anchors") is { } anchors ? secrets.Beside(anchors) : null,
            Settle = root.Duration("settle") ?? TimeSpan.FromSeconds(15),
            Lease = root.Duration("lease") ?? TimeSpan.FromMinutes(2),
            Schedules = root.Map("schedules")?.Pairs() ?? new Dictionary<string, string>(),
            Store = root.Map("store") is { } store ? Store(store, secrets) : null,
            People = PeopleSection.Read(root, secrets),
            Notifications = NotificationSection.Read(root.Map("notifications"), secrets),
            Monitors = AlertSection.Monitors(root, secrets),
            Alerts = AlertSection.Read(root.Map("alerts"), secrets),
            Changes = ChangeSection.Read(root.Map("changes"), secrets, now),
            Connections = [.. root.Maps("connections").Select(connection => Connection(connection, secrets))],
        };
        root.RefuseOthers();
        if (read.Alerts is { Rules.Desk: var desk } && read.Connections.All(connection => connection.Name != desk))
            throw root.Wrong("alerts", desk.Value, "of a desk that stands under connections");
        if (read.Changes is { Rules.Desk: var kept } && read.Connections.All(connection => connection.Name != kept))
            throw root.Wrong("changes", kept.Value, "of a desk that stands under connections");
        return read;
    }

    private static StoreConfiguration Store(YamlMap store, SecretReader secrets)
    {
        var read = new StoreConfiguration
        {
            Tables = store.Url("tables"),
            Blobs = store.Url("blobs"),
            ConnectionString = secrets.Optional(store, "connectionString"),
            ServiceBus = store.Url("serviceBus"),
            ServiceBusConnectionString = secrets.Optional(store, "serviceBusConnectionString"),
            Anchors = store.TextOrNull("anchors") ?? "anchors",
            Identity = store.TextOrNull("identity"),
        };
        store.RefuseOthers();
        return read;
    }

    private static ConnectionConfiguration Connection(YamlMap connection, SecretReader secrets)
    {
        var name = connection.Text("name");
        if (!ConnectionName.IsName(name)) throw connection.Wrong("name", name, "1 to 40 lower case letters, digits or hyphens");
        var kind = connection.Text("kind");
        if (kind != "request-tracker") throw connection.Wrong("kind", kind, "a kind of desk that is known; there is request-tracker");
        var read = new ConnectionConfiguration
        {
            Name = new ConnectionName(name),
            Url = connection.Url("url") ?? throw connection.Wrong("url", "", "there; write the desk's base URL"),
            Token = secrets.Required(connection, "token"),
            Account = new Person(connection.Text("account")),
            WebhookSecrets = secrets.Several(connection, "webhookSecrets"),
            FeedLag = connection.Duration("feedLag") ?? TimeSpan.FromMinutes(1),
            ConfigurationItemField = connection.TextOrNull("configurationItemField"),
            ServiceField = connection.TextOrNull("serviceField"),
            VipField = connection.TextOrNull("vipField"),
            ResolutionCodeField = connection.TextOrNull("resolutionCodeField"),
            ResolutionNotesField = connection.TextOrNull("resolutionNotesField"),
            Statuses = ClosureSection.Statuses(connection.Map("statuses")),
            Closure = ClosureSection.Read(connection.Map("closure")),
            Triage = Triage(connection),
        };
        ClosureSection.Check(connection, read);
        connection.RefuseOthers();
        return read;
    }

    private static TriageOptions Triage(YamlMap connection) => new()
    {
        Intake = new Team(connection.TextOrNull("intake") ?? "Service Desk"),
        AskBelow = connection.Whole("askBelow", 0, 100) ?? 40,
        RequiresService = connection.Flag("requiresService") ?? false,
        KnownServices = connection.Texts("services"),
        TeamOfCategory = connection.Map("teams")?.Pairs().ToDictionary(
            pair => pair.Key, pair => new Team(pair.Value), StringComparer.Ordinal)
            ?? new Dictionary<string, Team>(StringComparer.Ordinal),
    };
}
