using System.CommandLine;
using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Connectors.Changes;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Hosting.Commands.Changes;

/// <summary>
/// <c>itsmai changes plan</c>: the model for a predicted failure, its path and its latest safe start. Nothing is booked;
/// a plan that people have to decide on, and a fault in a file, is a finding.
/// </summary>
internal static class ChangesPlanCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new PlanOptions();
        var command = new Command("plan", "Say which change prevents a predicted failure, on which path, and when it starts at the latest.")
        {
            options.Catalogue, options.Freezes, options.Condition, options.Item, options.Class, options.Service, options.FailsAt,
            options.Json,
        };
        command.SetAction(async (given, stop) =>
        {
            var now = clock.GetUtcNow();
            var failure = options.Failure(given, now);
            var (document, faults) = ChangeFile.Read(await File.ReadAllTextAsync(given.GetRequiredValue(options.Catalogue), stop));
            var (freezes, more) = given.GetValue(options.Freezes) is { } path
                ? FreezeFile.Read(await File.ReadAllTextAsync(path, stop))
                : ([], []);
            var (catalogue, wrong) = ChangeCatalogue.Of(document, now);
            IReadOnlyList<ChangeFault> all = [.. faults, .. wrong, .. more];
            foreach (var fault in all) await error.WriteLineAsync($"{fault}");
            var match = catalogue.Match(failure);
            var report = new PlanReport(failure, match, Plan(failure, match.Model, document, freezes, now));
            if (given.GetValue(options.Json)) JsonReport.Write(output, report.Write);
            else foreach (var line in report.Lines()) await output.WriteLineAsync(line);
            return all.Count == 0 && report.IsSettled ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static ChangePlan? Plan(
        PredictedFailure failure, ChangeModel? model, ChangeDocument document, IReadOnlyList<Freeze> freezes, DateTimeOffset now)
    {
        if (model is null) return null;
        var calendar = new ChangeCalendar
        {
            Freezes = freezes, Teams = document.Teams, Items = [failure.Item], AiShare = document.Settings.AiShare,
        };
        var request = new ScheduleRequest
        {
            Change = failure.Id,
            Item = failure.Item,
            Team = model.Team,
            Duration = model.Duration,
            FailsAt = failure.FailsAt,
            Margin = document.Settings.Margin,
            NotBefore = now,
        };
        var standing = JudgeStanding.Of(model, [], [], document.Settings, now);
        var risk = ScoreRisk.Of(new RiskFacts(model.Risk, failure.Item.Criticality, [], Collisions: 0));
        return PlanChange.Decide(new PlanFacts(request, model, standing, model.Steps, risk), calendar, document.Settings, now);
    }
}
