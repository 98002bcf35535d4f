using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>The program's command line: finds the command, runs it, and turns what went wrong into a message and an exit code.</summary>
internal static class CommandLineApp
{
    public static async Task<int> RunAsync(string[] words)
    {
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, interrupted));
        var asJson = words.Contains("--json");
        try
        {
            using var services = AppServices.OfUser(PluginFolder(words));
            var arguments = CreateRoot(new CommandContext(services), words).Parse(words);
            if (arguments.Errors.Count > 0)
                return Complain(string.Join(Environment.NewLine, arguments.Errors.Select(error => error.Message)) + Environment.NewLine + "Add --help to see what fits.", asJson, ExitCode.BadInput);
            // Exceptions and signals are this method's; the library's own handling would print a stack trace.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await arguments.InvokeAsync(configuration, interrupted.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return Complain("Cancelled.", asJson, ExitCode.Cancelled);
        }
        catch (UserException problem)
        {
            return Complain(problem.Message, asJson, ExitCode.BadInput);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Complain(problem.Message, asJson, ExitCode.BadInput);
        }
        // The outermost edge: a fault of the program's own. The stack trace is for those who ask for it.
        catch (Exception failure)
        {
            var trace = Environment.GetEnvironmentVariable("VOLUMEVIEWER_TRACE") == "1";
            return Complain(trace ? failure.ToString() : $"{failure.Message} (Set VOLUMEVIEWER_TRACE=1 to see where.)", asJson, ExitCode.Failed);
        }
    }

    // Not a RootCommand, which is named for the file that is run rather than for what the user types.
    private static Command CreateRoot(CommandContext context, string[] words) =>
        new("volumeviewer", "Look at tomograms in 3-D, segment them with neural networks, and measure the material.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            context.Json,
            context.PluginFolder,
            InfoCommand.Create(context),
            ViewCommand.Create(context),
            RenderCommand.Create(context),
            AnimateCommand.Create(context),
            ConvertCommand.Create(context),
            RunCommand.Create(context, words),
            RecipeCommand.Create(context),
            HistoryCommand.Create(context),
            QueueCommand.Create(context, words),
            RunsCommand.Create(context),
            ListCommands.Operations(context),
            PluginCommands.Create(context),
            SettingsCommand.Create(context),
            DemoCommand.Create(context),
            BenchCommand.Create(context),
        };

    // Needed before the command line can be parsed, since the plugins found there bring commands.
    private static string? PluginFolder(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "--plugin-folder" && i + 1 < words.Length)
                return words[i + 1];
            if (words[i].StartsWith("--plugin-folder=", StringComparison.Ordinal))
                return words[i]["--plugin-folder=".Length..];
        }
        return null;
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource interrupted)
    {
        // The first request ends the work in order, the second ends the program.
        signal.Cancel = !interrupted.IsCancellationRequested;
        interrupted.Cancel();
    }

    private static int Complain(string message, bool asJson, int exitCode)
    {
        if (asJson)
            Console.Out.WriteLine(JsonReport.Format(new { error = message, exitCode }));
        Console.Error.WriteLine(exitCode == ExitCode.Cancelled ? message : $"volumeviewer: {message}");
        return exitCode;
    }
}
