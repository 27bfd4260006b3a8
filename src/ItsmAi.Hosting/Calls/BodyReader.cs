using System.Buffers;
using System.IO.Pipelines;

namespace ItsmAi.Hosting.Calls;

/// <summary>Reads a request's body, and hardly more of it than the caller allows.</summary>
public static class BodyReader
{
    /// <summary>No desk sends more than 1 MiB about one ticket, and everything that is read lies in memory.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>
    /// All of the body, or its first <paramref name="limit"/> bytes when it is longer, declared or not.
    /// </summary>
    public static async Task<Body> Read(PipeReader body, int limit, CancellationToken stop)
    {
        while (true)
        {
            var read = await body.ReadAsync(stop);
            var tooLong = read.Buffer.Length > limit;
            if (tooLong || read.IsCompleted)
            {
                var bytes = read.Buffer.Slice(0, Math.Min(limit, read.Buffer.Length)).ToArray();
                body.AdvanceTo(read.Buffer.End);
                return new Body(bytes, Whole: !tooLong);
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
