using System.Buffers;
using System.IO.Pipelines;

namespace ItsmAi.Hosting.Calls;

/// <summary>Reads a request's body whole, and never more of it than <see cref="Limit"/>.</summary>
public static class BodyReader
{
    /// <summary>No desk sends more about one ticket, and everything that is read lies in memory.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The body, or null when it is longer than <see cref="Limit"/>, whatever its headers say.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(PipeReader body, long? declared, CancellationToken stop)
    {
        if (declared > Limit) return null;
        while (true)
        {
            var read = await body.ReadAsync(stop);
            if (read.Buffer.Length > Limit) return null;
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
