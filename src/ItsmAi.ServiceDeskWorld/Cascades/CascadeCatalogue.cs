namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>The names that alerts of a tier have.</summary>
internal static class CascadeCatalogue
{
    public static IReadOnlyList<string> Of(string tier) => tier switch
    {
        "edge" => ["HighErrorRate", "HighLatency", "CertificateProblem", "TrafficDrop", "ProbeFailed", "TooManyTimeouts"],
        "app" => ["HighErrorRate", "HighLatency", "QueueGrows", "PodRestarts", "ThreadPoolExhausted", "HealthCheckFailed"],
        "data" => ["HighLatency", "ReplicationLag", "ConnectionsExhausted", "SlowQueries", "DiskWillFill", "LockWaits"],
        _ => ["HostDown", "DiskErrors", "NetworkLoss", "HighLoad", "DnsFailures", "HealthCheckFailed"],
    };
}
