using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Notices;

/// <summary>Something that a person is to be told about an obligation; what it says is read when it is sent.</summary>
public sealed record Notice
{
    /// <summary>Deterministic, so that a step that is tried again tells nobody twice.</summary>
    public required string Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required Person To { get; init; }

    public required string Obligation { get; init; }

    public required DateTimeOffset At { get; init; }

    public NoticeState State { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The channels that took it.</summary>
    public IReadOnlyList<string> Took { get; init; } = [];

    /// <summary>The channels that were tried in vain.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    public bool IsDealtWithBy(string channel) => Took.Contains(channel) || Failed.Contains(channel);

    /// <summary>One notice for each person that the obligation concerns.</summary>
    /// <param name="step">What happened, by an id that is the same when it is tried again.</param>
    internal static IReadOnlyList<Notice> Of(Obligation owed, NoticeKind kind, string step, DateTimeOffset at) =>
    [
        .. owed.Concerned.Select((person, place) => new Notice
        {
            Id = $"{step}-{place}",
            Kind = kind,
            To = person,
            Obligation = owed.Id,
            At = at,
        }),
    ];
}
