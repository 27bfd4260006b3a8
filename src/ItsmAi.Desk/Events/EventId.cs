namespace ItsmAi.Desk.Events;

/// <summary>
/// What makes an event the same event when it is delivered again: the connection and the source's own key, such as
/// <c>rt-main/txn-430</c>. It comes from the system that told us, never from text that a person typed.
/// </summary>
public readonly record struct EventId(string Value)
{
    public override string ToString() => Value;
}
