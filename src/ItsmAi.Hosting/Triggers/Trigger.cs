using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Triggers;

/// <summary>Something from outside that sets a reaction off, declared once for every way that we run.</summary>
public abstract record Trigger
{
    private Trigger(string name, string purpose)
    {
        Name = name;
        Purpose = purpose;
    }

    /// <summary>
    /// The function's name: lower case letters, digits, hyphens and underscores, at most 128, a letter first.
    /// </summary>
    public string Name { get; }

    /// <summary>One sentence for the table of triggers.</summary>
    public string Purpose { get; }

    /// <summary>A web request.</summary>
    /// <param name="Route">Below <c>/api/</c>, such as <c>decisions/{id}</c>.</param>
    public sealed record Webhook(
        string Name, string Purpose, string Method, string Route, AuthLevel AuthLevel, Func<House, WebReaction> Reaction)
        : Trigger(Name, Purpose);

    /// <summary>A message of a queue whose messages come in order per ticket.</summary>
    public sealed record Queue(string Name, string Purpose, string QueueName, Func<House, QueueReaction> Reaction)
        : Trigger(Name, Purpose);

    /// <summary>A tick of the clock.</summary>
    /// <param name="Schedule">Six fields, from seconds to the day of the week, in UTC.</param>
    public sealed record Timer(string Name, string Purpose, string Schedule, Func<House, TimerReaction> Reaction)
        : Trigger(Name, Purpose);
}
