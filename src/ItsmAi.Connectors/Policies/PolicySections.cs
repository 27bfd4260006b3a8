using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Connectors.Policies;

/// <summary>The parts of a policy that set numbers; what is not written keeps its default.</summary>
internal static class PolicySections
{
    public static AutonomySettings Autonomy(YamlMap? map)
    {
        var plain = new AutonomySettings();
        if (map is null) return plain;
        var read = new AutonomySettings
        {
            Start = Start(map) ?? plain.Start,
            Window = map.Duration("window") ?? plain.Window,
            AutoMinimum = map.Whole("autoMinimum", 1, 200) ?? plain.AutoMinimum,
            AutoLowerBound = map.Number("autoLowerBound", 0, 1) ?? plain.AutoLowerBound,
            RungMinimum = map.Whole("rungMinimum", 1, 200) ?? plain.RungMinimum,
            RungLowerBound = map.Number("rungLowerBound", 0, 1) ?? plain.RungLowerBound,
            DemoteBelow = map.Number("demoteBelow", 0, 1) ?? plain.DemoteBelow,
            DemoteLast = map.Whole("demoteLast", 1, 200) ?? plain.DemoteLast,
            DemoteMinimum = map.Whole("demoteMinimum", 1, 200) ?? plain.DemoteMinimum,
            BurstOverrides = map.Whole("burstOverrides", 1, 200) ?? plain.BurstOverrides,
            BurstLast = map.Whole("burstLast", 1, 200) ?? plain.BurstLast,
            ReopenWithin = map.Duration("reopenWithin") ?? plain.ReopenWithin,
            CalibrationError = map.Number("calibrationError", 0, 1) ?? plain.CalibrationError,
            CalibrationMinimum = map.Whole("calibrationMinimum", 1, 200) ?? plain.CalibrationMinimum,
            TargetPrecision = map.Number("targetPrecision", 0, 1) ?? plain.TargetPrecision,
            UnusedFor = map.Duration("unusedFor") ?? plain.UnusedFor,
            OtherShare = map.Number("otherShare", 0, 1) ?? plain.OtherShare,
            Other = map.TextOrNull("other") ?? plain.Other,
        };
        map.RefuseOthers();
        return read;
    }

    public static BrakeSettings Brakes(YamlMap? map)
    {
        var plain = new BrakeSettings();
        if (map is null) return plain;
        var read = new BrakeSettings
        {
            Acts = map.Whole("acts", 1, 100_000) ?? plain.Acts,
            Window = map.Duration("window") ?? plain.Window,
            ShareToOneTeam = map.Number("shareToOneTeam", 0, 1) ?? plain.ShareToOneTeam,
            ShareMinimum = map.Whole("shareMinimum", 1, 100_000) ?? plain.ShareMinimum,
            RestFor = map.Duration("restFor") ?? plain.RestFor,
            Authority = [.. map.Texts("authority").Select(name => new Person(name))],
            DrillEvery = map.Duration("drillEvery") ?? plain.DrillEvery,
            StampApprovals = map.Whole("stampApprovals", 1, 10_000) ?? plain.StampApprovals,
            StampMedian = map.Duration("stampMedian") ?? plain.StampMedian,
        };
        map.RefuseOthers();
        return read;
    }

    private static AutonomyLevel? Start(YamlMap map) => map.OneOf<AutonomyLevel>("start") is not AutonomyLevel.Auto
        ? map.OneOf<AutonomyLevel>("start")
        : throw map.Wrong("start", "Auto", "a level below it; Auto is earned and approved, so use ApproveFirst at most");
}
