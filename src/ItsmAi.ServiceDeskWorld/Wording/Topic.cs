namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>
/// How people write about one thing: sentences with slots such as <c>{app}</c> that are filled for each ticket.
/// </summary>
/// <param name="Categories">What it can turn out to be; more than one where the words leave it open.</param>
internal sealed record Topic(IReadOnlyList<string> Categories)
{
    /// <summary>One for each symptom, in their order, or any number that fit all of them.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>What is wrong, one or two of them a ticket.</summary>
    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>Something to search by; left out in some tickets.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Whole tickets in German, title and body parted by a bar.</summary>
    public IReadOnlyList<string> German { get; init; } = [];

    /// <summary>The same in French.</summary>
    public IReadOnlyList<string> French { get; init; } = [];

    /// <summary>True: it hits a whole site and cannot wait.</summary>
    public bool IsOutage { get; init; }

    /// <summary>How agents close them.</summary>
    public IReadOnlyList<string> Resolutions { get; init; } = [];

    public string TitleFor(int symptom, Random random) =>
        Titles.Count == Symptoms.Count ? Titles[symptom] : random.OneOf(Titles);
}
