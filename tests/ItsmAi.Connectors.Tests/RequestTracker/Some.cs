using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Tests.RequestTracker;

/// <summary>What does not matter to a test.</summary>
internal static class Some
{
    public static RequestTrackerOptions Options => new()
    {
        Connection = new ConnectionName("rt-main"),
        Url = new Uri("https://rt.example.com/"),
        Token = "1-28-0123456789abcdef0123456789abcdef",
        WebhookSecrets = ["a-long-secret"],
    };
}
