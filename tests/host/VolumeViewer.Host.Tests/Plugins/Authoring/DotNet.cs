using System.Diagnostics;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>Runs a tool as somebody would in a terminal.</summary>
internal static class DotNet
{
    /// <summary>What it printed; fails the test if it did not end well.</summary>
    public static string Run(string folder, params string[] words) => Run(folder, [], "dotnet", words);

    public static string Run(string folder, Dictionary<string, string> environment, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Helpers of the compiler that outlive it would hold the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // Of the test runner's own build, which is none of the stranger's business.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program} {string.Join(" ", words)}' did not end within 10 minutes.");
        }
        Assert.True(process.ExitCode == 0, $"'{program} {string.Join(" ", words)}' ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
        return output.Result;
    }
}
