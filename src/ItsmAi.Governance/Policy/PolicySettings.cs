using System.Globalization;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Policy;

/// <summary>Everything that a policy sets beside its rules, by the name that the file gives it, as plain text.</summary>
public static class PolicySettings
{
    private static readonly Dictionary<string, string> Defaults =
        Of(new PolicyDocument("", new("-"), TimeSpan.FromHours(8), 6, []))
            .ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);

    /// <summary>In the order of the file. The owner has no default.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(PolicyDocument policy) =>
    [
        ("owner", policy.Owner.Account),
        ("author", policy.Author?.Account ?? "none"),
        ("decideWithin", Text(policy.DecideWithin)),
        ("actsPerTicketAndHour", Text(policy.ActsPerTicketAndHour)),
        ("protected", Text(policy.Protected)),
        .. Of(policy.Autonomy).Select(setting => ($"autonomy.{setting.Name}", setting.Value)),
        .. Of(policy.Brakes).Select(setting => ($"brakes.{setting.Name}", setting.Value)),
        .. Of(policy.Calendar).Select(setting => ($"calendar.{setting.Name}", setting.Value)),
        .. Of(policy.Obligations).Select(setting => ($"obligations.{setting.Name}", setting.Value)),
    ];

    public static bool IsDefault((string Name, string Value) setting) => Defaults[setting.Name] == setting.Value;

    private static IEnumerable<(string Name, string Value)> Of(AutonomySettings autonomy) =>
    [
        ("start", autonomy.Start.ToString()),
        ("window", Text(autonomy.Window)),
        ("autoMinimum", Text(autonomy.AutoMinimum)),
        ("autoLowerBound", Text(autonomy.AutoLowerBound)),
        ("rungMinimum", Text(autonomy.RungMinimum)),
        ("rungLowerBound", Text(autonomy.RungLowerBound)),
        ("demoteBelow", Text(autonomy.DemoteBelow)),
        ("demoteLast", Text(autonomy.DemoteLast)),
        ("demoteMinimum", Text(autonomy.DemoteMinimum)),
        ("burstOverrides", Text(autonomy.BurstOverrides)),
        ("burstLast", Text(autonomy.BurstLast)),
        ("reopenWithin", Text(autonomy.ReopenWithin)),
        ("calibrationError", Text(autonomy.CalibrationError)),
        ("calibrationMinimum", Text(autonomy.CalibrationMinimum)),
        ("targetPrecision", Text(autonomy.TargetPrecision)),
        ("unusedFor", Text(autonomy.UnusedFor)),
        ("otherShare", Text(autonomy.OtherShare)),
        ("other", autonomy.Other),
    ];

    private static IEnumerable<(string Name, string Value)> Of(BrakeSettings brakes) =>
    [
        ("acts", Text(brakes.Acts)),
        ("window", Text(brakes.Window)),
        ("shareToOneTeam", Text(brakes.ShareToOneTeam)),
        ("shareMinimum", Text(brakes.ShareMinimum)),
        ("restFor", Text(brakes.RestFor)),
        ("authority", Text([.. brakes.Authority.Select(person => person.Account)])),
        ("drillEvery", Text(brakes.DrillEvery)),
        ("stampApprovals", Text(brakes.StampApprovals)),
        ("stampMedian", Text(brakes.StampMedian)),
    ];

    private static IEnumerable<(string Name, string Value)> Of(BusinessCalendar calendar) =>
    [
        ("zone", calendar.Zone.Id),
        ("days", Text([.. calendar.Days.Order().Select(day => $"{day}"[..3])])),
        ("from", Text(calendar.From)),
        ("to", Text(calendar.To)),
        ("holidays", Text([.. calendar.Holidays.Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))])),
    ];

    private static IEnumerable<(string Name, string Value)> Of(ObligationSettings obligations) =>
    [
        ("acknowledgeWithin", Text(obligations.AcknowledgeWithin)),
        ("disposeWithin", Text(obligations.DisposeWithin)),
        ("escalateEvery", Text(obligations.EscalateEvery)),
        ("remindBefore", Text(obligations.RemindBefore)),
        ("digestEvery", Text(obligations.DigestEvery)),
        ("deliveryTries", Text(obligations.DeliveryTries)),
        ("longestRisk", Text(obligations.LongestRisk)),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    /// <summary>As the file writes it, in the largest unit that leaves nothing over.</summary>
    private static string Text(TimeSpan time) => time switch
    {
        _ when time.Ticks % TimeSpan.TicksPerDay == 0 => $"{time.TotalDays}d",
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => $"{time.TotalHours}h",
        _ when time.Ticks % TimeSpan.TicksPerMinute == 0 => $"{time.TotalMinutes}m",
        _ => $"{time.TotalSeconds}s",
    };
}
