namespace ItsmAi.Hosting.Calls;

/// <summary>Answers one web request.</summary>
public delegate Task<WebAnswer> WebReaction(WebCall call, CancellationToken stop);
