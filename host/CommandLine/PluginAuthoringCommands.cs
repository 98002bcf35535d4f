using System.CommandLine;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Authoring;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>plugins new, build, pack, install, remove: what a plugin's writer and its user do without the window.</summary>
internal static class PluginAuthoringCommands
{
    public static IEnumerable<Command> Create(CommandContext context) => [New(context), Build(context), Pack(context), Install(context), Remove(context)];

    private static Command New(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "What it is called, such as MeanGrey." };
        var kind = new Option<PluginKind>("--kind") { Description = "What it shall bring.", Required = true };
        var parent = new Option<string>("--out") { Description = "The folder to make its folder in. Default: the current one." };
        kind.AcceptOnlyFromAmong([.. Enum.GetNames<PluginKind>().Select(ParameterSchema.KebabCase)]);
        var command = new Command("new", "Write the folder of a new plugin: a project that builds, with a test.") { name, kind, parent };
        command.SetAction(arguments =>
        {
            var plugin = PluginName.Parse(arguments.GetRequiredValue(name));
            var folder = PluginTemplate.Write(plugin, arguments.GetValue(kind), arguments.GetValue(parent) ?? ".", AppContext.BaseDirectory);
            context.Print(arguments, () => new { id = plugin.Id, name = plugin.Name, folder, files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) },
                () => $"Wrote '{folder}'. Next: volumeviewer plugins build {Path.GetRelativePath(".", folder)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Build(CommandContext context)
    {
        var source = Folder("FOLDER", "The folder of a plugin's project, or one above it.");
        var output = new Option<string>("--out") { Description = "Where the plugin's folder shall be. Default: where the project says." };
        var command = new Command("build", "Build a plugin from its project.") { source, output };
        command.SetAction((arguments, cancellationToken) => WithBuildAsync(context, arguments, async () =>
        {
            var path = arguments.GetRequiredValue(source);
            var project = PluginProject.Find(path)
                ?? throw new UserException($"There is nothing to build in '{path}': no .csproj with a {PluginManifest.FileName} beside it. 'plugins new' writes a project.");
            var folder = await project.BuildAsync(arguments.GetValue(output), ShowLine, cancellationToken).ConfigureAwait(false);
            var manifest = PluginFolder.Check(folder);
            context.Print(arguments, () => new { id = manifest.Id, version = manifest.Version, folder }, () => $"Built the plugin '{manifest.Id}' {manifest.Version} in '{folder}'.");
        }));
        return command;
    }

    private static Command Pack(CommandContext context)
    {
        var source = Folder("FOLDER", "A plugin's folder, or its project, which is built first.");
        var output = new Option<string>("--out") { Description = "The zip file. Default: ID-VERSION.zip in the current folder." };
        var command = new Command("pack", "Make a zip file of a plugin, to be given away.") { source, output };
        command.SetAction((arguments, cancellationToken) => WithBuildAsync(context, arguments, async () =>
        {
            var folder = await BuiltAsync(arguments.GetRequiredValue(source), cancellationToken).ConfigureAwait(false);
            var manifest = PluginFolder.Check(folder);
            var file = Path.GetFullPath(arguments.GetValue(output) ?? $"{manifest.Id}-{manifest.Version}.zip");
            PluginArchive.Write(folder, file);
            context.Print(arguments, () => new { id = manifest.Id, version = manifest.Version, file, bytes = new FileInfo(file).Length }, () => $"Packed the plugin '{manifest.Id}' {manifest.Version} as '{file}'.");
        }));
        return command;
    }

    private static Command Install(CommandContext context)
    {
        var source = Folder("FOLDER|ZIP", "A plugin's folder, its zip file, or its project, which is built first.");
        var command = new Command("install", "Put a plugin where the program finds it. It runs once it is trusted.") { source };
        command.SetAction((arguments, cancellationToken) => WithBuildAsync(context, arguments, async () =>
        {
            var path = arguments.GetRequiredValue(source);
            var plugin = File.Exists(path) ? path : await BuiltAsync(path, cancellationToken).ConfigureAwait(false);
            var installed = new PluginInstaller(UserFolders.Plugins).Install(plugin);
            var (id, version) = (installed.Manifest.Id, installed.Manifest.Version);
            context.Print(arguments, () => new { id, version, replaced = installed.Replaced, folder = installed.Folder },
                () => $"Installed the plugin '{id}' {version}{(installed.Replaced is { } old ? $" in place of {old}" : "")} in '{installed.Folder}'.\n"
                    + $"It runs once you trust it: volumeviewer plugins trust {id}");
        }));
        return command;
    }

    private static Command Remove(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "Of a plugin that you installed." };
        var command = new Command("remove", "Take away a plugin that you installed.") { id };
        command.SetAction(arguments =>
        {
            var plugin = arguments.GetRequiredValue(id);
            var folder = new PluginInstaller(UserFolders.Plugins).Remove(plugin, context.Services.Plugins.Plugins.Where(entry => entry.Root.Kind == PluginRootKind.BuiltIn).Select(entry => entry.Id));
            context.Print(arguments, () => new { id = plugin, folder }, () => $"Removed the plugin '{plugin}' from '{folder}'.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Folder(string name, string description) => new(name) { Description = description };

    /// <summary>The plugin's folder itself, or what its project builds.</summary>
    private static async Task<string> BuiltAsync(string path, CancellationToken cancellationToken) =>
        PluginProject.Find(path) is { } project ? await project.BuildAsync(null, ShowLine, cancellationToken).ConfigureAwait(false) : path;

    // A compiler's errors are the result of the command: exit code 1, without a word of where in this program they came up.
    private static async Task<int> WithBuildAsync(CommandContext context, ParseResult arguments, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (BuildFailedException failure)
        {
            if (arguments.GetValue(context.Json))
                Console.Out.WriteLine(JsonReport.Format(new { error = failure.Message, exitCode = ExitCode.Failed, errors = failure.Errors }));
            await Console.Error.WriteLineAsync($"volumeviewer: {failure.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static void ShowLine(string line)
    {
        // Errors are told at the end, once; the rest is only the compiler's counting of them.
        if (line.Contains(": warning ", StringComparison.Ordinal))
            Console.Error.WriteLine(line);
    }
}
