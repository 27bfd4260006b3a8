using System.Globalization;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;

namespace ItsmAi.Hosting.Reactions;

/// <summary>What a caller says about an end: reason, reference, expires and remark, each as text.</summary>
internal static class EndingBody
{
    private const string Expected = "body: send nothing, or an object with reason, reference, expires and remark as text";

    /// <summary>The ending, or what is wrong with the body.</summary>
    public static (Ending? Ending, string? Wrong) Read(Disposition disposition, Person by, ReadOnlyMemory<byte> body)
    {
        var ending = new Ending(disposition, by);
        if (body.IsEmpty) return (ending, null);
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, Expected);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (field.Value.ValueKind != JsonValueKind.String) return (null, Expected);
                if (With(ref ending, field.Name, field.Value.GetString()!) is { } wrong) return (null, wrong);
            }

            return (ending, null);
        }
        catch (JsonException)
        {
            return (null, Expected);
        }
    }

    /// <summary>The day's beginning where no time is given, by UTC.</summary>
    public static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment
        : null;

    public static RejectionReason? Reason(string text) =>
        Array.Exists(Enum.GetNames<RejectionReason>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ? Enum.Parse<RejectionReason>(text, ignoreCase: true)
            : null;

    public static string WrongReason(string text) =>
        $"reason: \"{text}\" is not a reason; use one of {string.Join(", ", Enum.GetNames<RejectionReason>())}";

    public static string WrongMoment(string text) => $"expires: \"{text}\" is not a date; use one such as 2026-12-31";

    private static string? With(ref Ending ending, string name, string value)
    {
        switch (name)
        {
            case "reason" when Reason(value) is { } reason:
                ending = ending with { Reason = reason };
                return null;
            case "reason":
                return WrongReason(value);
            case "expires" when Moment(value) is { } moment:
                ending = ending with { Expires = moment };
                return null;
            case "expires":
                return WrongMoment(value);
            case "reference":
                ending = ending with { Reference = value };
                return null;
            case "remark":
                ending = ending with { Remark = value };
                return null;
            default:
                return $"{name}: no such field; there are reason, reference, expires and remark";
        }
    }
}
