namespace ItsmAi.Hosting.Commands.Tokens;

/// <summary>A token as it is listed: nothing of its secret, not even the hash.</summary>
internal sealed record TokenLine(string Name, string Role, DateTimeOffset Created, DateTimeOffset? Expires, bool Expired);
