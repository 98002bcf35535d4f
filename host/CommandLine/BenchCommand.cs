using System.CommandLine;
using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>bench: speed beside references. The benchmarks are a program of their own, which is there where the program was built from its sources.</summary>
internal static class BenchCommand
{
    public static Command Create(CommandContext context)
    {
        var names = new Argument<string[]>("NAME") { Description = "Which to run; all, if none is named.", Arity = ArgumentArity.ZeroOrMore };
        var quick = new Option<bool>("--quick") { Description = "A rough figure within a minute." };
        var list = new Option<bool>("--list") { Description = "Tell which there are." };
        var command = new Command("bench", "Measure speed beside references in the same run, and show the ratios.") { names, quick, list };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var program = Find() ?? throw new UserException(
                "The benchmarks are not built: they come with the sources. Start './volumeviewer bench' there, which builds them.");
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, ArgumentList = { program } };
            foreach (var word in arguments.GetValue(names) ?? [])
                start.ArgumentList.Add(word);
            if (arguments.GetValue(quick))
                start.ArgumentList.Add("--quick");
            if (arguments.GetValue(context.Json))
                start.ArgumentList.Add("--json");
            if (arguments.GetValue(list))
                start.ArgumentList.Add("--help");
            using var process = Process.Start(start)!;
            try
            {
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return process.ExitCode;
        });
        return command;
    }

    // artifacts/bin/VolumeViewer.Host/release/ has artifacts/bin/Benchmarks/release/ beside it.
    private static string? Find()
    {
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var path = Path.GetFullPath(Path.Combine(own, "..", "..", "Benchmarks", Path.GetFileName(own), "Benchmarks.dll"));
        return File.Exists(path) ? path : null;
    }
}
