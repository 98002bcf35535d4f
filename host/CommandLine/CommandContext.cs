using System.CommandLine;

using VolumeViewer.Host.Jobs;

namespace VolumeViewer.Host.CommandLine;

/// <summary>What commands share: the services, and the options that every command has.</summary>
internal sealed class CommandContext(AppServices services)
{
    public AppServices Services { get; } = services;

    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON.", Recursive = true };

    public Option<string> PluginFolder { get; } = new("--plugin-folder")
    {
        Description = "The only folder to look for plugins in. Default: 'plugins' beside the program, the user's own, and those for development.",
        Recursive = true,
    };

    /// <summary>Runs work as a job with its progress on the error stream.</summary>
    public static async Task<T> RunJobAsync<T>(string title, Func<Job, Task<T>> work, CancellationToken cancellationToken)
    {
        using var job = new Job(title, cancellationToken);
        var progress = new ConsoleProgress();
        progress.Attach(job);
        try
        {
            return await job.RunAsync(work).ConfigureAwait(false);
        }
        finally
        {
            progress.Clear();
        }
    }

    /// <summary>Prints the JSON where --json was given, the text otherwise.</summary>
    public void Print(ParseResult arguments, Func<object> json, Func<string> text) =>
        Console.Out.WriteLine(arguments.GetValue(Json) ? JsonReport.Format(json()) : text().TrimEnd());
}
