using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>Follows CONTRIBUTING's "A plugin in ten minutes" word for word. The steps are for a shell, so the test runs where there is one.</summary>
[Collection("builds")]
public sealed partial class ContributingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ShellFact]
    public void APluginInTenMinutes_WorksAsItIsWritten()
    {
        var work = MakeWorkplace();
        var steps = Steps();
        Assert.Equal(2, steps.Count(step => step.File is not null));
        Assert.InRange(steps.Count, 8, 20);
        var environment = new Dictionary<string, string> { ["VOLUMEVIEWER_HOME"] = _folder.File("home"), ["PATH"] = $"{Path.Combine(_folder.Path, "volumeviewer")}:{Environment.GetEnvironmentVariable("PATH")}" };
        var outputs = new List<string>();
        foreach (var (file, text) in steps)
        {
            if (file is null)
            {
                outputs.Add(DotNet.Run(work, environment, "bash", "-euc", text));
                continue;
            }
            // The steps change files that 'plugins new' wrote, and no others.
            Assert.True(File.Exists(Path.Combine(work, file)), file);
            File.WriteAllText(Path.Combine(work, file), text);
        }

        var runs = outputs.Where(output => output.Contains("mean grey", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, runs.Count);
        Assert.DoesNotContain("average", runs[0], StringComparison.Ordinal);
        Assert.Contains("average", runs[1], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(work, "mean-grey.zip")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "home", "data", "plugins", "mean-grey")));
    }

    // A folder 'volumeviewer' as a clone has it, whose script runs the program that was built with the tests; and an empty one beside it.
    private string MakeWorkplace()
    {
        var clone = Directory.CreateDirectory(_folder.File("volumeviewer")).FullName;
        var script = Path.Combine(clone, "volumeviewer");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Path.Combine(TestFolders.Program, "VolumeViewer.Host.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateSymbolicLink(Path.Combine(clone, "samples"), Path.Combine(TestFolders.Repository, "samples"));
        return Directory.CreateDirectory(_folder.File("my-plugins")).FullName;
    }

    // A block of sh is typed; any other block is the content of the file that was named last before it.
    private static List<(string? File, string Text)> Steps()
    {
        var text = File.ReadAllText(Path.Combine(TestFolders.Repository, "CONTRIBUTING.md"));
        var begin = text.IndexOf("## A plugin in ten minutes", StringComparison.Ordinal);
        var section = text[begin..text.IndexOf("### Inside this repository", begin, StringComparison.Ordinal)];
        return
        [
            .. Block().Matches(section).Select(block => (
                block.Groups["language"].Value == "sh" ? null : NamedFile().Matches(section[..block.Index])[^1].Groups["file"].Value,
                Regex.Replace(block.Groups["text"].Value, "^   ", "", RegexOptions.Multiline))),
        ];
    }

    [GeneratedRegex(@"^   ```(?<language>\w+)\n(?<text>.*?)^   ```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<file>[\w./-]+\.\w+)`:\n")]
    private static partial Regex NamedFile();
}
