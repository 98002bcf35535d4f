using System.Diagnostics;
using System.Text.Json;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>The project of a plugin: a .csproj with plugin.json beside it.</summary>
/// <param name="File">The .csproj.</param>
internal sealed record PluginProject(string File)
{
    // As deep as NAME/src/NAME/ is below NAME.
    private const int Depth = 3;

    /// <summary>Finds the project in a folder or in one of its sub-folders; null if there is none.</summary>
    /// <exception cref="UserException">There are several, or no such folder.</exception>
    public static PluginProject? Find(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UserException($"There is no file or folder '{folder}'.");
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        var found = Directory.EnumerateFiles(folder, "*.csproj", options)
            .Where(file => System.IO.File.Exists(Path.Combine(Path.GetDirectoryName(file)!, PluginManifest.FileName)))
            .Order(StringComparer.Ordinal).ToList();
        return found.Count switch
        {
            0 => null,
            1 => new PluginProject(Path.GetFullPath(found[0])),
            _ => throw new UserException($"'{folder}' has the projects of several plugins; give the folder of one: {string.Join(", ", found.Select(Path.GetDirectoryName))}."),
        };
    }

    /// <summary>Builds it in Release against this program's SDK.</summary>
    /// <param name="output">Where the plugin's folder goes; null for where the project says.</param>
    /// <param name="show">Takes each line of the compiler's messages.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <returns>The plugin's folder.</returns>
    /// <exception cref="BuildFailedException">It does not compile.</exception>
    /// <exception cref="UserException">The .NET SDK is missing, or plugin.json has faults.</exception>
    public async Task<string> BuildAsync(string? output, Action<string> show, CancellationToken cancellationToken)
    {
        PluginManifest.Read(Path.GetDirectoryName(File)!);
        List<string> options = ["-c", "Release", "--nologo", .. Properties(output)];
        // Without node reuse: the compiler's helpers would hold our pipes open after it has ended.
        var (exitCode, lines) = await RunAsync(["build", File, "-v", "quiet", "-clp:NoSummary", "-tl:off", "-nodeReuse:false", .. options], show, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
            throw new BuildFailedException(File, Errors(lines));
        var folder = await OutputFolderAsync(output, cancellationToken).ConfigureAwait(false);
        PluginFolder.Check(folder);
        return folder;
    }

    private static List<string> Errors(List<string> lines)
    {
        var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        return errors.Count > 0 ? errors : lines;
    }

    // The project may put its output anywhere; it is asked rather than guessed.
    private async Task<string> OutputFolderAsync(string? output, CancellationToken cancellationToken)
    {
        var (exitCode, lines) = await RunAsync(
            ["msbuild", File, "-nologo", "-getProperty:TargetDir", "-getProperty:TargetName", "-p:Configuration=Release", .. Properties(output)], _ => { }, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
            throw new BuildFailedException(File, lines);
        using var answer = JsonDocument.Parse(string.Join('\n', lines));
        return Path.TrimEndingDirectorySeparator(answer.RootElement.GetProperty("Properties").GetProperty("TargetDir").GetString()!);
    }

    private static IEnumerable<string> Properties(string? output)
    {
        yield return $"-p:VolumeViewerFolder={Escape(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))}";
        if (output is not null)
            yield return $"-p:OutputPath={Escape(Path.GetFullPath(output))}{Path.DirectorySeparatorChar}";
    }

    // These letters separate values on MSBuild's command line.
    private static string Escape(string path) => path.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static async Task<(int ExitCode, List<string> Lines)> RunAsync(IEnumerable<string> words, Action<string> show, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // Messages are searched for ": error ".
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var lines = new List<string>();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new UserException("A plugin is built with the .NET SDK, but 'dotnet' was not found on the PATH. Install the .NET 10 SDK, then start again.", problem);
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, lines);

        void Take(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
                return;
            lock (lines)
                lines.Add(line);
            show(line);
        }
    }
}
