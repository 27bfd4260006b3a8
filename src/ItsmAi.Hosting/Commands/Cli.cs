using System.CommandLine;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Commands.Alerts;
using ItsmAi.Hosting.Commands.Autonomy;
using ItsmAi.Hosting.Commands.Changes;
using ItsmAi.Hosting.Commands.Classes;
using ItsmAi.Hosting.Commands.DeadLetters;
using ItsmAi.Hosting.Commands.Knowledge;
using ItsmAi.Hosting.Commands.Obligations;
using ItsmAi.Hosting.Commands.People;
using ItsmAi.Hosting.Commands.Policy;
using ItsmAi.Hosting.Commands.Receipts;
using ItsmAi.Hosting.Commands.Signals;
using ItsmAi.Hosting.Commands.Stop;
using ItsmAi.Hosting.Commands.Tokens;
using ItsmAi.Hosting.Demo;

namespace ItsmAi.Hosting.Commands;

/// <summary>The command line: 0 when it went well, 1 for a finding, 2 for wrong usage or bad input.</summary>
public static class Cli
{
    public const int Ok = 0;
    public const int Finding = 1;
    public const int WrongUsage = 2;

    public static RootCommand Build(TextWriter output, TextWriter error, TimeProvider clock) =>
        new("ItsmAi makes what AI finds in service management land: triaged, decided, carried out, receipted.")
        {
            DemoCommand.Build(output, error, clock),
            ServeCommand.Build(output, error, clock),
            FunctionsCommand.Build(output, error, clock),
            PolicyCommand.Build(output, error, clock),
            ReceiptsCommand.Build(output, error, clock),
            PeopleCommand.Build(output, error, clock),
            ObligationsCommand.Build(output, error, clock),
            AutonomyCommand.Build(output, error, clock),
            ClassesCommand.Build(output, error, clock),
            TrialCommand.Build(output, error, clock),
            StopCommand.BuildStop(output, error, clock),
            StopCommand.BuildResume(output, error, clock),
            DrillCommand.Build(output, error, clock),
            TrainCommand.Build(output, error, clock),
            PredictCommand.Build(output, error, clock),
            EvaluateCommand.Build(output, error, clock),
            SearchCommand.Build(output, error, clock),
            CorrelateCommand.Build(output, error),
            ChangesCommand.Build(output, error, clock),
            DetectCommand.Build(output, error, clock),
            ForecastCommand.Build(output, error, clock),
            TokensCommand.Build(output, error, clock),
            DeadLettersCommand.Build(output, error, clock),
        };

    public static async Task<int> Run(
        string[] args, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken stop)
    {
        var parsed = Build(output, error, clock).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors) await error.WriteLineAsync(problem.Message);
            await error.WriteLineAsync("see itsmai --help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation(output, error), stop);
        }
        catch (YamlFaultException fault)
        {
            await error.WriteLineAsync(fault.ToString());
            return WrongUsage;
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException
            or StoreUnavailableException)
        {
            await error.WriteLineAsync(problem.Message);
            return WrongUsage;
        }
    }

    // Signals are the program's own affair, and what nobody expected is to be seen with its trace.
    private static InvocationConfiguration Invocation(TextWriter output, TextWriter error) => new()
    {
        Output = output,
        Error = error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
