using System.Text;
using System.Text.Json;

namespace ItsmAi.Hosting.Triggers;

/// <summary>A trigger as the function.json that the Functions host reads.</summary>
public static class FunctionJson
{
    // Two spaces and line feeds, so that the file is the same wherever it is written.
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static string Write(Trigger trigger)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteStartArray("bindings");
            WriteBindings(json, trigger);
            json.WriteEndArray();
            if (trigger is Trigger.Timer) WriteRetry(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteBindings(Utf8JsonWriter json, Trigger trigger)
    {
        switch (trigger)
        {
            case Trigger.Webhook webhook:
                // Exactly these two: only then does the host forward the raw request, whose bytes may be signed.
                WriteRequest(json, webhook);
                WriteBinding(json, "res", "http", "out");
                json.WriteEndObject();
                break;
            case Trigger.Queue queue:
                WriteBinding(json, "message", "serviceBusTrigger", "in");
                json.WriteString("queueName", queue.QueueName);
                json.WriteString("connection", "ServiceBusConnection");
                json.WriteBoolean("isSessionsEnabled", true);
                json.WriteString("dataType", "string");
                json.WriteEndObject();
                break;
            case Trigger.Timer timer:
                WriteBinding(json, "timer", "timerTrigger", "in");
                json.WriteString("schedule", timer.Schedule);
                json.WriteBoolean("useMonitor", true);
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "not a trigger");
        }
    }

    private static void WriteRequest(Utf8JsonWriter json, Trigger.Webhook webhook)
    {
        WriteBinding(json, "req", "httpTrigger", "in");
        json.WriteString("authLevel", webhook.AuthLevel == AuthLevel.Anonymous ? "anonymous" : "function");
        json.WriteStartArray("methods");
        json.WriteStringValue(webhook.Method == "POST" ? "post" : "get");
        json.WriteEndArray();
        json.WriteString("route", webhook.Route);
        json.WriteEndObject();
    }

    // Leaves the object open for what the kind adds.
    private static void WriteBinding(Utf8JsonWriter json, string name, string type, string direction)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", type);
        json.WriteString("direction", direction);
    }

    // Without it a timer that failed waits for its next tick.
    private static void WriteRetry(Utf8JsonWriter json)
    {
        json.WriteStartObject("retry");
        json.WriteString("strategy", "fixedDelay");
        json.WriteNumber("maxRetryCount", 3);
        json.WriteString("delayInterval", "00:00:10");
        json.WriteEndObject();
    }
}
