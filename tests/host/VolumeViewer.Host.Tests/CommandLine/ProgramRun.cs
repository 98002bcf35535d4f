using System.Diagnostics;
using System.Text.Json;

namespace VolumeViewer.Host.Tests.CommandLine;

/// <summary>One run of the built program in a process of its own.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static ProgramRun Of(params string[] words) => Of(environment: null, words);

    public static ProgramRun Of(Dictionary<string, string?>? environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(TestFolders.Program, "VolumeViewer.Host.dll"));
        foreach (var word in words)
            start.ArgumentList.Add(word);
        // Never the folders of whoever runs the tests.
        start.Environment[UserFolders.HomeVariable] = TestHome.Path;
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{string.Join(" ", words)}' did not end within 5 minutes.");
        }
        return new ProgramRun(process.ExitCode, output.Result, errors.Result);
    }
}
