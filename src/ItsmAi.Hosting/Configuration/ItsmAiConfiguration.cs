using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Hosting.Access.SignIn;

namespace ItsmAi.Hosting.Configuration;

/// <summary>What one installation is told: its site, policy, model, connections and, in a cloud, its stores.</summary>
public sealed record ItsmAiConfiguration
{
    /// <summary>Without a file: no desk, and a policy that only suggests.</summary>
    public static ItsmAiConfiguration Bare { get; } = new() { Policy = "version: 1\nowner: nobody.yet\n" };

    /// <summary>Where people reach us; notes link there.</summary>
    public Uri Site { get; init; } = new("http://127.0.0.1:7071/");

    /// <summary>The policy's text.</summary>
    public required string Policy { get; init; }

    /// <summary>The trained model's file; null: the one in the store, if there is one.</summary>
    public string? ModelPath { get; init; }

    /// <summary>The folder of the anchors when we run alone; null: the data folder's own.</summary>
    public string? AnchorsPath { get; init; }

    /// <summary>How long an earlier try at a desk is given to end; above the desk's request time-out.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a message is leased to one handler.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Timers that tick otherwise when we run alone, by name, as six-field NCRONTAB.</summary>
    public IReadOnlyDictionary<string, string> Schedules { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ConnectionConfiguration> Connections { get; init; } = [];

    /// <summary>What sends us alerts.</summary>
    public IReadOnlyList<MonitorConfiguration> Monitors { get; init; } = [];

    /// <summary>Null: alerts are grouped, and no incident is opened for them.</summary>
    public AlertConfiguration? Alerts { get; init; }

    /// <summary>Null: no change is made out of a prediction.</summary>
    public ChangeConfiguration? Changes { get; init; }

    /// <summary>Set by the way that we run, never by a file; null where callers are known by tokens alone.</summary>
    public PlatformSignIn? SignIn { get; init; }

    /// <summary>Who can owe something; empty: every name is taken at its word.</summary>
    public IReadOnlyList<KnownPerson> People { get; init; } = [];

    /// <summary>Null: people look for themselves.</summary>
    public NotificationConfiguration? Notifications { get; init; }

    /// <summary>Null: the embedded store in the data folder.</summary>
    public StoreConfiguration? Store { get; init; }
}
