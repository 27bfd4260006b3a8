using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker;

/// <summary>
/// How one Request Tracker is reached, what its fields are called, and which secrets sign its webhooks.
/// </summary>
public sealed record RequestTrackerOptions
{
    public required ConnectionName Connection { get; init; }

    /// <summary>Where a browser finds it, without <c>/REST/2.0</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The REST token of <see cref="Account"/>.</summary>
    public required string Token { get; init; }

    /// <summary>Our own account: what it did is ours, whatever a ticket says.</summary>
    public string Account { get; init; } = "itsmai-bot";

    /// <summary>The queue where new tickets wait to be routed.</summary>
    public string IntakeQueue { get; init; } = "Service Desk";

    /// <summary>The ticket field that names the decision carried out last.</summary>
    public string MarkerField { get; init; } = "AI Suggestion Id";

    /// <summary>The ticket field that names the decision which opened the ticket; never written again.</summary>
    public string OriginField { get; init; } = "AI Origin";

    /// <summary>The ticket field that holds the one text which we keep up to date.</summary>
    public string SummaryField { get; init; } = "AI Summary";

    /// <summary>The ticket field that holds the number of the ticket which it is a duplicate of.</summary>
    public string DuplicateField { get; init; } = "AI Duplicate Of";

    public string CategoryField { get; init; } = "AI Category";

    /// <summary>Written where the ticket has it, never relied upon.</summary>
    public string ConfidenceField { get; init; } = "AI Confidence";

    /// <summary>Null where tickets name no configuration item.</summary>
    public string? ConfigurationItemField { get; init; }

    /// <summary>Null where tickets name no service.</summary>
    public string? ServiceField { get; init; }

    /// <summary>The ticket field that is filled for a VIP; null where the desk marks none.</summary>
    public string? VipField { get; init; }

    /// <summary>Null where tickets have no resolution code; none is then closed without a person.</summary>
    public string? ResolutionCodeField { get; init; }

    /// <summary>Null where tickets have no resolution notes; none is then closed without a person.</summary>
    public string? ResolutionNotesField { get; init; }

    /// <summary>Request Tracker counts priority from 0 to 100; 0 is what a ticket has while nobody set one.</summary>
    public IReadOnlyDictionary<Priority, int> PriorityNumbers { get; init; } = new Dictionary<Priority, int>
    {
        [Priority.P1] = 100, [Priority.P2] = 80, [Priority.P3] = 60, [Priority.P4] = 40, [Priority.P5] = 20,
    };

    /// <summary>What the lifecycle's status names mean; a name that is not here counts as open.</summary>
    public IReadOnlyDictionary<string, TicketStatus> StatusNames { get; init; } = DefaultStatusNames;

    /// <summary>The lifecycle that Request Tracker comes with.</summary>
    public static IReadOnlyDictionary<string, TicketStatus> DefaultStatusNames { get; } = new Dictionary<string, TicketStatus>
    {
        ["new"] = TicketStatus.New, ["open"] = TicketStatus.Open, ["stalled"] = TicketStatus.Pending,
        ["resolved"] = TicketStatus.Resolved, ["rejected"] = TicketStatus.Cancelled,
    };

    /// <summary>Every secret that may sign now: during a rotation the old one and the new one.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a transaction must have been seen before the feed passes it. It must exceed the longest write of the
    /// database, for ids are handed out before the commit; a minute costs only repeated reads.
    /// </summary>
    public TimeSpan FeedLag { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What is wrong with these options, each naming field, value and what would do; empty when nothing is.
    /// </summary>
    public IReadOnlyList<string> Check() =>
        [.. Problems().Select(problem => $"{Connection.Value ?? "connection"}: {problem}")];

    /// <summary>The token and the secrets stay out of logs.</summary>
    public override string ToString() => $"{Connection} at {Url}";

    internal int NumberOf(Priority? priority) => priority is { } known ? PriorityNumbers[known] : 0;

    /// <summary>The priority that lies nearest to the number; of two equally near the more urgent.</summary>
    internal Priority? PriorityOf(int number)
    {
        foreach (var (priority, its) in PriorityNumbers)
            if (its == number) return priority;
        if (number <= 0) return null;
        return PriorityNumbers.OrderBy(pair => Math.Abs(pair.Value - number)).ThenBy(pair => pair.Key).First().Key;
    }

    internal TicketStatus StatusOf(string name) =>
        StatusNames.TryGetValue(name, out var status) ? status : TicketStatus.Open;

    /// <summary>The first name that means the status; null where the lifecycle has none.</summary>
    internal string? NameOf(TicketStatus status) =>
        StatusNames.Where(pair => pair.Value == status).Select(pair => pair.Key).FirstOrDefault();

    private IEnumerable<string> Problems()
    {
        if (Connection.Value is null) yield return "connection: it is missing; use a name such as rt-main";
        if (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https"))
            yield return $"url: \"{Url}\" is not a web address; try https://rt.example.com";
        else if (Url.Scheme == "http" && !Url.IsLoopback)
            yield return $"url: \"{Url}\" would send the token unencrypted; use https";
        if (Token.Length == 0 || Token.Any(character => character is <= ' ' or > '~'))
            yield return "token: it is empty or holds blanks; copy it from Settings, Auth tokens of the account";
        foreach (var (field, name) in Names())
            if (string.IsNullOrWhiteSpace(name)) yield return $"{field}: it is empty; use the name that RT shows";
        foreach (var problem in PriorityProblems()) yield return problem;
        if (WebhookSecrets.Any(secret => secret.Length < 8))
            yield return "webhookSecrets: one is shorter than 8 characters; use 32 random ones";
        foreach (var (field, span, least) in Spans())
        {
            if (span < least || span > TimeSpan.FromHours(1))
                yield return $"{field}: \"{span}\" is not between {least} and 01:00:00";
        }
    }

    private IEnumerable<string> PriorityProblems()
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            if (!PriorityNumbers.TryGetValue(priority, out var number))
                yield return $"priorityNumbers: {priority} is missing; give it a number from 1 to 100";
            else if (number is < 1 or > 100)
                yield return $"priorityNumbers: {priority} is {number}; use a number from 1 to 100";
        }

        if (PriorityNumbers.Values.Distinct().Count() != PriorityNumbers.Count)
            yield return "priorityNumbers: two priorities share a number; give each its own";
    }

    private IEnumerable<(string Field, string Name)> Names() =>
    [
        ("account", Account), ("intakeQueue", IntakeQueue), ("markerField", MarkerField),
        ("categoryField", CategoryField), ("confidenceField", ConfidenceField),
        ("originField", OriginField), ("summaryField", SummaryField), ("duplicateField", DuplicateField),
    ];

    private IEnumerable<(string Field, TimeSpan Span, TimeSpan Least)> Spans() =>
    [
        ("webhookTolerance", WebhookTolerance, TimeSpan.FromSeconds(1)),
        ("requestTimeout", RequestTimeout, TimeSpan.FromSeconds(1)),
        ("feedLag", FeedLag, TimeSpan.Zero),
    ];
}
