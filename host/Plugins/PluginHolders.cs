using VolumeViewer.Host.Jobs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>What keeps the code of an unloaded plugin in memory, as far as the program can know.</summary>
internal static class PluginHolders
{
    /// <summary>A sentence on why the context of an unloaded build lives on.</summary>
    public static string Why(RetiredPlugin retired, IEnumerable<Layer> layers, IEnumerable<Job> jobs)
    {
        var reading = layers.OfType<ImageLayer>().Where(layer => layer.Volume is IGuarded { Plugin: { } plugin } && plugin.Stamp == retired.Stamp)
            .Select(layer => $"the layer '{layer.Name}' reads its voxels through it");
        var running = jobs.Where(job => job.State is JobState.Running or JobState.Abandoned && job.Uses.Contains(retired.Stamp))
            .Select(job => job.State == JobState.Running ? $"the job '{job.Title}' uses it" : $"the abandoned job '{job.Title}' still runs in it");
        var reasons = reading.Concat(running).ToList();
        return reasons.Count > 0
            ? string.Join(", ", reasons) + "."
            : "the program knows of nothing that uses it: a thread, a timer, an event handler or a static field of the plugin or of a library it called.";
    }
}
