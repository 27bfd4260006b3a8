using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.Sqlite;

/// <summary>A queue in a file of its own, with a clock that the test moves.</summary>
internal sealed class QueueStage : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private QueueStage(QueueOptions options) => Options = options;

    public QueueOptions Options { get; }

    public SteppedTime Clock { get; } = new();

    public SqliteFile File { get; private set; } = null!;

    public EmbeddedQueue Queue { get; private set; } = null!;

    public string Path => _folder.File("itsmai.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<QueueStage> Set(QueueOptions? options = null)
    {
        var stage = new QueueStage(options ?? new QueueOptions());
        await stage.Open();
        return stage;
    }

    public static Event Told(string id, string ticket = "1") => new()
    {
        Id = new EventId($"rt-main/{id}"),
        Kind = EventKind.TicketUpdated,
        Subject = new TicketId(new ConnectionName("rt-main"), ticket),
        OccurredAt = new DateTimeOffset(2026, 3, 2, 7, 59, 0, TimeSpan.Zero),
        ReceivedAt = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
    };

    public async Task<Acceptance> Accept(params Event[] events) =>
        await Queue.Accept(events, ReadOnlyMemory<byte>.Empty, Stop);

    public async Task<ClaimedEvent?> ClaimOne() => (await Queue.Claim(1, Stop)).SingleOrDefault();

    /// <summary>The process ends and another starts on the same file.</summary>
    public async Task Restart()
    {
        await File.DisposeAsync();
        await Open();
    }

    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Open()
    {
        File = SqliteFile.Open(Path);
        Queue = await EmbeddedQueue.In(File, Options, Clock, new Random(1), Stop);
    }
}
