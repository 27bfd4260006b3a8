using System.CommandLine;
using System.Globalization;
using ItsmAi.Changes.Catalogue;

namespace ItsmAi.Hosting.Commands.Changes;

/// <summary>The options of <c>itsmai changes plan</c>.</summary>
internal sealed class PlanOptions
{
    public Option<string> Catalogue { get; } = Named("--catalogue", "The change models, such as policy/changes.yaml.", "FILE");

    public Option<string?> Freezes { get; } = new("--freezes")
    {
        Description = "When nothing is changed, such as policy/freezes.yaml.",
        HelpName = "FILE",
    };

    public Option<string> Condition { get; } = Named("--condition", "What it will come to, as the catalogue names it.", "disk-full");

    public Option<string> Item { get; } = Named("--item", "The configuration item that will fail.", "db-1");

    public Option<string> Class { get; } = Named("--class", "The class of the item.", "server");

    public Option<string[]> Service { get; } = new("--service")
    {
        Description = "A service that the item bears; may be given again.",
        HelpName = "NAME",
    };

    public Option<string> FailsAt { get; } = Named("--fails-at", "When it is predicted to fail.", "2026-03-06T12:00:00Z");

    public Option<bool> Json { get; } = JsonOption.New();

    /// <exception cref="FormatException">An option has no value that can be used.</exception>
    public PredictedFailure Failure(ParseResult given, DateTimeOffset now)
    {
        var text = given.GetRequiredValue(FailsAt);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var failsAt))
            throw new FormatException($"--fails-at \"{Plain.Line(text)}\" is not a time such as 2026-03-06T12:00:00Z");
        var item = given.GetRequiredValue(Item);
        return new PredictedFailure
        {
            Id = $"plan-{item}",
            Series = "",
            Condition = given.GetRequiredValue(Condition),
            Item = new ConfigurationItem(item, given.GetRequiredValue(Class)) { Services = given.GetValue(Service) ?? [] },
            PredictedAt = now,
            FailsAt = failsAt,
        };
    }

    private static Option<string> Named(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Required = true };
}
