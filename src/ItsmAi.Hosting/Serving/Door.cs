using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Serving;

/// <summary>Where every request comes in.</summary>
/// <param name="gone">Ends when the caller hangs up.</param>
public delegate Task<WebAnswer> Door(Exchange exchange, CancellationToken gone);
