using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Changes;

/// <summary>What an organisation wrote about its preventive changes, as it stands in the file.</summary>
public sealed record ChangeDocument
{
    public ChangeSettings Settings { get; init; } = new();

    /// <summary>Who holds which role.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Roles { get; init; } =
        new Dictionary<string, IReadOnlyList<Person>>(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<TeamCapacity> Teams { get; init; } = [];

    /// <summary>Every version of every model that could be read.</summary>
    public IReadOnlyList<ChangeModel> Models { get; init; } = [];
}
