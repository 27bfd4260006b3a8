namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>What a requester's reply says about a resolution. A text yields this and nothing else: never a target.</summary>
public enum ReplyMeaning
{
    /// <summary>In doubt: somebody has to read it.</summary>
    Unclear,
    Confirms,
    StillBroken,
    AutomaticReply,
}
