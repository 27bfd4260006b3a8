using System.Globalization;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>The host.json at the root of the function app, from the same constants that the process goes by.</summary>
public static class HostJson
{
    // One ticket after another within a session, so this many tickets at the same time in one instance.
    private const int MostSessions = 8;

    public static string Write() =>
        $$"""
        {
          "version": "2.0",
          "functionTimeout": "{{Text(FunctionTimeout.Host)}}",
          "logging": {
            "applicationInsights": {
              "samplingSettings": {
                "isEnabled": true,
                "excludedTypes": "Request;Exception"
              }
            }
          },
          "extensionBundle": {
            "id": "Microsoft.Azure.Functions.ExtensionBundle",
            "version": "[4.*, 5.0.0)"
          },
          "extensions": {
            "serviceBus": {
              "autoCompleteMessages": true,
              "maxAutoLockRenewalDuration": "{{Text(FunctionTimeout.Host)}}",
              "maxConcurrentSessions": {{MostSessions}}
            }
          },
          "customHandler": {
            "description": {
              "defaultExecutablePath": "itsmai"
            },
            "enableForwardingHttpRequest": true
          }
        }

        """;

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
