using System.Text.Json;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.People;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>What a person says about a step of a change: a flat object of texts.</summary>
internal sealed class StepBody
{
    private const string Expected = "body: send an object of texts, such as {\"role\":\"delegated-approver\"}";
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>The steps that people take, as the route names them, each with the fields that it knows.</summary>
    public static IReadOnlyDictionary<string, string[]> Steps { get; } = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["approve"] = ["role", "start", "end", "emergency"],
        ["sign"] = ["role"],
        ["reject"] = ["why"],
        ["accept-risk"] = ["why"],
        ["begin"] = ["evidence"],
        ["finish"] = ["failed", "incident"],
        ["tie-incident"] = ["incident"],
        ["review"] = ["finding"],
    };

    /// <summary>The body, or what is wrong with it.</summary>
    public static (StepBody? Body, string? Wrong) Read(string step, ReadOnlyMemory<byte> bytes)
    {
        var body = new StepBody();
        if (bytes.IsEmpty) return (body, null);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, Expected);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (!Steps[step].Contains(field.Name))
                    return (null, $"{field.Name}: {step} knows no such field; there are {string.Join(", ", Steps[step])}");
                if (field.Value.ValueKind != JsonValueKind.String) return (null, $"{field.Name}: {field.Value.GetRawText()} is not a text");
                body._fields[field.Name] = field.Value.GetString()!;
            }

            return (body, null);
        }
        catch (JsonException)
        {
            return (null, Expected);
        }
    }

    /// <summary>The step, or what is wrong with a field.</summary>
    public (ChangeStep? Step, string? Wrong) As(
        string step, ChangeCase one, PreAuthorisation? leave, int earlierAiChanges, Person by, DateTimeOffset now)
    {
        if (Wrong(step) is { } wrong) return (null, wrong);
        var change = one.Change;
        var start = Moment("start") ?? change.Start ?? now;
        return (step.ToLowerInvariant() switch
        {
            "approve" => new ChangeStep.Approve(
                Text("role") ?? "", start, Moment("end") ?? start + TimeSpan.FromMinutes(one.Minutes), Flag("emergency"), [])
            {
                At = now, By = by,
            },
            "sign" => new ChangeStep.SignExemption(Text("role") ?? "") { At = now, By = by },
            "reject" => new ChangeStep.Reject(Text("why") ?? "") { At = now, By = by },
            "accept-risk" => new ChangeStep.Reject(
                Text("why") is { } why ? $"the risk is accepted until {WriteChangeText.Time(change.FailsAt)}: {why}" : "")
            {
                At = now, By = by,
            },
            "begin" => new ChangeStep.Begin(Text("evidence") ?? "", leave) { At = now, By = by },
            "finish" => new ChangeStep.Finish(Flag("failed"), Flag("incident"), earlierAiChanges) { At = now, By = by },
            "tie-incident" => new ChangeStep.TieIncident(Text("incident") ?? "") { At = now, By = by },
            "review" => new ChangeStep.Review(Text("finding") ?? "") { At = now, By = by },
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        }, null);
    }

    private string? Wrong(string step)
    {
        foreach (var name in Steps[step])
        {
            if (Text(name) is not { } value) continue;
            if (name is "start" or "end" && EndingBody.Moment(value) is null)
                return $"{name}: \"{value}\" is not a time; use one such as 2026-12-31T20:00Z";
            if (name is "emergency" or "failed" || (name == "incident" && step.Equals("finish", StringComparison.OrdinalIgnoreCase)))
                if (!bool.TryParse(value, out _)) return $"{name}: \"{value}\" is neither true nor false";
        }

        return null;
    }

    private string? Text(string name) => _fields.GetValueOrDefault(name);

    private DateTimeOffset? Moment(string name) => Text(name) is { } text ? EndingBody.Moment(text) : null;

    private bool Flag(string name) => bool.TryParse(Text(name), out var flag) && flag;
}
