using System.Diagnostics;
using System.Security.Cryptography;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Benchmarks;

/// <summary>
/// Durable accept, signature check included, against a bare loop of the same SQLite transaction on the same disk, in
/// turns within one run; then the latency of accept at half the bare loop's rate.
/// </summary>
public static class AcceptBenchmark
{
    private const int Callers = 16;

    private const int Rounds = 3;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    public static async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("itsmai-accept-").FullName;
        try
        {
            await using var file = SqliteFile.Open(Path.Combine(folder, "itsmai.db"));
            var queue = await EmbeddedQueue.In(
                file, new QueueOptions(), TimeProvider.System, new Random(1), CancellationToken.None);
            using var bare = new BareAccept(Path.Combine(folder, "bare.db"));
            await Compare(output, queue, bare);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(TextWriter output, EmbeddedQueue queue, BareAccept bare)
    {
        var body = RandomNumberGenerator.GetBytes(2048);
        var (bareRates, durableRates) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var plain = bare.Rate(RoundTime);
            var durable = await Rate(queue, body, round);
            // The first round only warms up.
            if (round < 0)
                continue;
            bareRates.Add(plain);
            durableRates.Add(durable);
        }

        var (bareRate, durableRate) = (Median(bareRates), Median(durableRates));
        await output.WriteLineAsync(
            $"accept: bare loop {bareRate:F0}/s, durable with {Callers} callers {durableRate:F0}/s");
        await output.WriteLineAsync($"accept: ratio {durableRate / bareRate:F2} (at least 0.50)");
        var times = await Latencies(queue, body, bareRate / 2);
        await output.WriteLineAsync(
            $"accept: at {bareRate / 2:F0}/s over {Callers} callers: median {At(times, 0.5):F1} ms, " +
            $"p99 {At(times, 0.99):F1} ms (below 50 ms), n {times.Count}");
    }

    private static async Task<double> Rate(EmbeddedQueue queue, byte[] body, int round)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var done = 0;
            for (; clock.Elapsed < RoundTime; done++)
                await Accept(queue, body, $"{round}-{caller}-{done}");
            return done;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<List<double>> Latencies(EmbeddedQueue queue, byte[] body, double rate)
    {
        var between = TimeSpan.FromSeconds(Callers / rate);
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var due = between * caller / Callers; due < RoundTime * 2; due += between)
            {
                // A caller that is late because its last call was slow counts from when it was due.
                var from = clock.Elapsed;
                if (from < due)
                {
                    await Task.Delay(due - from);
                    from = clock.Elapsed;
                }
                else
                {
                    from = due;
                }

                await Accept(queue, body, $"l-{caller}-{own.Count}");
                own.Add((clock.Elapsed - from).TotalMilliseconds);
            }

            return own;
        })));
        return [.. times.SelectMany(own => own).Order()];
    }

    private static async Task Accept(EmbeddedQueue queue, byte[] body, string id)
    {
        // Each delivery has bytes of its own, or the raw body would be stored only once.
        var raw = (byte[])body.Clone();
        System.Text.Encoding.ASCII.GetBytes(id, raw);
        var claimed = HMACSHA256.HashData(Secret, raw);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Secret, raw), claimed))
            throw new InvalidOperationException("the signature of the benchmark's own body does not verify");
        await queue.Accept([Told(id)], raw, CancellationToken.None);
    }

    internal static Event Told(string id) => new()
    {
        Id = new EventId($"rt-main/{id}"),
        Kind = EventKind.TicketCreated,
        Subject = new TicketId(new ConnectionName("rt-main"), id),
        OccurredAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    private static double Median(List<double> rates) => At([.. rates.Order()], 0.5);

    private static double At(List<double> ordered, double part) => ordered[(int)((ordered.Count - 1) * part)];
}
