using System.Diagnostics.CodeAnalysis;
using ItsmAi.Desk.Events;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting;

/// <summary>Every <c>new</c> of the application, by hand, in reading order.</summary>
public static class Composition
{
    /// <summary>Under the Functions host: settings come from the environment.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder stays open as long as the process lives.")]
    public static async Task<House> ForFunctions(TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var folder = Environment.GetEnvironmentVariable("ITSMAI_DATA_DIR") ?? Path.Combine(Path.GetTempPath(), "itsmai");
        var data = await DataFolder.OpenOrMake(folder, clock, stop);
        return await Alone(data, config: null, log, clock, stop);
    }

    /// <summary>Alone, on one folder.</summary>
    /// <param name="config">The path of the configuration; null where none was named.</param>
    public static Task<House> Alone(
        DataFolder data, string? config, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        _ = (config, log, clock, stop);
        Task<WebAnswer> NotYet(WebCall call, CancellationToken token) =>
            Task.FromResult(WebAnswer.Error(501, "not connected to a desk"));
        Task<Handling> Nothing(DateTimeOffset due, CancellationToken token) => Task.FromResult<Handling>(new Handling.Done());
        return Task.FromResult(new House
        {
            TicketReceived = NotYet,
            TicketHandled = (message, _) => Task.FromResult<Handling>(
                EventJson.Read(message) is null ? new Handling.Permanent("not an event") : new Handling.Done()),
            DecisionsListed = NotYet,
            DecisionShown = NotYet,
            DecisionAnswered = NotYet,
            HealthAsked = (_, _) => Task.FromResult(WebAnswer.Json(200, """{"status":"ok"}"""u8.ToArray())),
            DesksReconciled = Nothing,
            UnsentResent = Nothing,
            ReceiptsVerified = Nothing,
            DeadLetters = data.Queue,
        });
    }
}
