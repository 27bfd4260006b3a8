using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Governance.Notices;

/// <summary>A way to reach people.</summary>
public interface INoticeChannel
{
    /// <summary>A stable name, such as <c>mail</c>; what was sent is remembered under it.</summary>
    string Name { get; }

    bool Reaches(KnownPerson person);

    /// <summary>
    /// One try. The message's id is the same on each, so that a receiver who knows ids drops a repetition.
    /// </summary>
    Task<Delivery> Send(NoticeMessage message, CancellationToken stop);
}
