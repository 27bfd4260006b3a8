namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>The meaning of a reply, and the words that it was read from.</summary>
public sealed record ReplyReading(ReplyMeaning Meaning, string Because);
