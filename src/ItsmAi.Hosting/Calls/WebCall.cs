namespace ItsmAi.Hosting.Calls;

/// <summary>A web request as a reaction sees it: read whole, at most <see cref="BodyReader.Limit"/> bytes.</summary>
/// <param name="Path">As it was sent, such as <c>/api/tickets/rt-main</c>, without the query.</param>
/// <param name="RouteValues">What the route's names stand for here, decoded.</param>
/// <param name="Query">The first value of each name, decoded.</param>
/// <param name="Headers">Names compare without case; several values are joined by a comma.</param>
/// <param name="Body">The bytes as they came, for they may be signed.</param>
public sealed record WebCall(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> RouteValues,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body);
