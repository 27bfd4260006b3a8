using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Governance.Tests.Notices;

/// <summary>A channel that answers by script, and takes everything when the script is at its end.</summary>
internal sealed class ScriptedChannel(string name = "mail", params Delivery[] script) : INoticeChannel
{
    private readonly Queue<Delivery> _script = new(script);

    public string Name => name;

    public Func<KnownPerson, bool> Reach { get; init; } = _ => true;

    /// <summary>
    /// Called in the middle of a try, when the other side has the message; may throw to play a crash.
    /// </summary>
    public Action Sending { get; set; } = () => { };

    public List<NoticeMessage> Heard { get; } = [];

    public bool Reaches(KnownPerson person) => Reach(person);

    public Task<Delivery> Send(NoticeMessage message, CancellationToken stop)
    {
        Heard.Add(message);
        Sending();
        return Task.FromResult(_script.TryDequeue(out var next) ? next : new Delivery.Taken());
    }
}
