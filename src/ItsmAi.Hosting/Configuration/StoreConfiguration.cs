namespace ItsmAi.Hosting.Configuration;

/// <summary>
/// Where records and messages go when a cloud is there: Table and Blob Storage, and a Service Bus to send to.
/// </summary>
public sealed record StoreConfiguration
{
    /// <summary>Null where a connection string is given.</summary>
    public Uri? Tables { get; init; }

    /// <summary>Null where a connection string is given.</summary>
    public Uri? Blobs { get; init; }

    /// <summary>For development against a local stand-in.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The namespace, such as <c>https://contoso.servicebus.windows.net/</c>; null where a connection string is given.
    /// </summary>
    public Uri? ServiceBus { get; init; }

    public string? ServiceBusConnectionString { get; init; }

    /// <summary>The blob container of the anchors; give it an immutability policy.</summary>
    public string Anchors { get; init; } = "anchors";

    /// <summary>The client id of the user-assigned identity; null for the system's.</summary>
    public string? Identity { get; init; }
}
