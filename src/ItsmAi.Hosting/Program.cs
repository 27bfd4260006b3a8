using System.Globalization;
using System.Runtime.InteropServices;
using ItsmAi.Hosting;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.CustomHandler;
using ItsmAi.Hosting.Triggers;

// The handler that is registered decides what a signal does: stop in good order instead of dying.
using var stopping = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

// Only the Functions host sets this, and it gives no arguments; commands are not even loaded then.
var port = Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT");
return args.Length == 0 && port is not null
    ? await new CustomHandlerHost(
        TriggerCatalogue.All,
        token => Composition.ForFunctions(Console.Error, TimeProvider.System, token),
        Console.Error,
        TimeProvider.System).Run(int.Parse(port, CultureInfo.InvariantCulture), stopping.Token)
    : await Cli.Run(args, Console.Out, Console.Error, TimeProvider.System, stopping.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
