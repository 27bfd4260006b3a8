using System.CommandLine;

namespace ItsmAi.Hosting.Commands;

/// <summary>The option <c>--json</c>: the report for programs.</summary>
internal static class JsonOption
{
    public static Option<bool> New() => new("--json") { Description = "Report as JSON." };
}
