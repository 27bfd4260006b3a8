using ItsmAi.Desk.People;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Connectors.Tests.Notifications;

/// <summary>Messages for tests that care for one thing about them.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static NoticeMessage Message(params string[] says) => new(
        "a1b2c3",
        new KnownPerson(new Person("kim")) { Mail = "kim@example.org" },
        [.. says.Select((text, place) => new NoticeLine(NoticeKind.Raised, Owed($"o{place}", text)))],
        0,
        new Uri("https://itsmai.example.org/inbox"),
        Time);

    private static Obligation Owed(string id, string says) => new()
    {
        Id = id,
        Owner = new Person("kim"),
        RaisedAt = Time,
        DueAt = Time.AddHours(8),
        Says = says,
        About = "d1",
    };
}
