using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Closing;

/// <summary>When the requester replied, and what the reply was read to mean.</summary>
public sealed record RequesterReply(DateTimeOffset At, ReplyMeaning Meaning);
