namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>
/// The queues and custom fields of the simulated desk, by the ids under which its transactions name them.
/// </summary>
internal static class DeskSchema
{
    public const string Marker = "AI Suggestion Id";
    public const string Category = "AI Category";
    public const string Origin = "AI Origin";
    public const string Summary = "AI Summary";
    public const string Confidence = "AI Confidence";
    public const string ConfigurationItem = "Configuration Item";
    public const string Service = "Service";
    public const string Vip = "VIP";
    public const string ResolutionCode = "Resolution Code";
    public const string ResolutionNotes = "Resolution Notes";
    public const string DuplicateOf = "AI Duplicate Of";

    /// <summary>Where the records of changes are kept.</summary>
    public const string Changes = "Changes";

    private static readonly string[] Fields =
    [
        Category, Confidence, Marker, ConfigurationItem, Service, Vip, Origin, Summary, ResolutionCode, ResolutionNotes, DuplicateOf,
    ];

    private static readonly string[] Queues = [.. ServiceDeskWorld.Catalogue.Queues.All.Select(team => team.Name), Changes];

    /// <summary>The statuses of the default lifecycle, and two that service desks add to it.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["new", "open", "stalled", "proposed", "resolved", "closed", "rejected"];

    public static IReadOnlyList<string> CustomFields => Fields;

    /// <summary>The id of a queue's name, or null; names compare without case, as Request Tracker's do.</summary>
    public static int? QueueId(string name) => Number(Queues, name);

    public static int? FieldId(string name) => Number(Fields, name);

    /// <summary>The queue that the id or name stands for, or null.</summary>
    public static (int Id, string Name)? Queue(string idOrName) => Named(Queues, idOrName);

    public static (int Id, string Name)? CustomField(string idOrName) => Named(Fields, idOrName);

    private static (int Id, string Name)? Named(string[] names, string idOrName) =>
        (int.TryParse(idOrName, out var id) ? id : Number(names, idOrName)) is { } number
        && number > 0 && number <= names.Length
            ? (number, names[number - 1])
            : null;

    private static int? Number(string[] names, string name)
    {
        var at = Array.FindIndex(names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }
}
