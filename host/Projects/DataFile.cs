using System.Runtime.CompilerServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>The files that a layer was read from.</summary>
/// <param name="Paths">Full paths: one file or folder, or several files that are the slices of a stack.</param>
/// <param name="Stamps">What they were when they were read.</param>
/// <param name="Reader">The id of the reader that was asked for, or null where the first that fits was taken.</param>
/// <param name="FileValues">For labels: the values in the files that stand for the labels 0, 1, 2 …, whatever the user calls them since.</param>
internal sealed record DataFile(IReadOnlyList<string> Paths, IReadOnlyList<DataStamp> Stamps, string? Reader = null, IReadOnlyList<long>? FileValues = null)
{
    private static readonly ConditionalWeakTable<Layer, DataFile> Known = [];

    /// <summary>Where a layer's data were read from, or null where they were made in the program.</summary>
    public static DataFile? Of(Layer layer) => Known.TryGetValue(layer, out var file) ? file : null;

    /// <summary>Tells where a layer's data stand: it was read from there, or was just written there.</summary>
    /// <exception cref="UserException">They cannot be read.</exception>
    public static void Tell(Layer layer, IEnumerable<string> paths, string? reader = null)
    {
        IReadOnlyList<string> full = [.. paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))];
        var stamps = full.Select(DataStamp.Of).ToList();
        if (stamps.Count > 0 && stamps.TrueForAll(stamp => stamp is not null))
            Known.AddOrUpdate(layer, new DataFile(full, stamps!, reader, layer is LabelsLayer labels ? [.. labels.Phases.Select(phase => phase.FileValue)] : null));
    }

    /// <summary>Tells that a layer's data are what a project says.</summary>
    public static void Tell(Layer layer, DataFile file) => Known.AddOrUpdate(layer, file);
}
