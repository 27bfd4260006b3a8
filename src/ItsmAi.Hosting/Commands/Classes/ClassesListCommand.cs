using System.CommandLine;
using System.Globalization;
using ItsmAi.Governance.Classes;

namespace ItsmAi.Hosting.Commands.Classes;

/// <summary><c>itsmai classes list</c>: each class with its names and what is set for it.</summary>
internal static class ClassesListCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("list", "List the classes with their names and what is set for them.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var governed = await Governed.Open(parsed.GetRequiredValue(data), clock, stop);
            var taxonomy = await governed.Ladder.Taxonomy.Read(stop);
            await output.WriteLineAsync(parsed.GetValue(json)
                ? TaxonomyBook.Json(taxonomy)
                : string.Join('\n', taxonomy.Classes.Select(Text).DefaultIfEmpty("no model has named a class yet")));
            return Cli.Ok;
        });
        return command;
    }

    private static string Text(TicketClass one)
    {
        var marks = new List<string>();
        if (one.IsRetired) marks.Add(one.MergedInto is { } into ? $"merged into {into}" : "split");
        if (one.Block is { } block) marks.Add($"BLOCKED: {block.Reason}");
        if (one.Threshold is { } threshold) marks.Add(string.Create(CultureInfo.InvariantCulture, $"acts from {threshold:0.00} on"));
        if (one.Names.Count > 1) marks.Add($"also {string.Join(", ", one.Names.Where(name => name != one.Label))}");
        if (one.Parents.Count > 0) marks.Add($"made of {string.Join(", ", one.Parents)}");
        return $"{one.Label} ({one.Id}){(marks.Count == 0 ? "" : $": {string.Join("; ", marks)}")}";
    }
}
