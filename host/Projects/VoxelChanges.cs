using System.Runtime.CompilerServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>How often the voxels of layers were changed since they were read or made. Counted from when a layer is first watched.</summary>
internal static class VoxelChanges
{
    private static readonly ConditionalWeakTable<Layer, Counts> Known = [];

    /// <summary>Notes a change, if it is one of voxels.</summary>
    /// <returns>Whether it was.</returns>
    public static bool Note(LayerChange change)
    {
        if (change is not (LabelsChange or ImageVoxelsChange)
            && !(change is LayerPropertyChange property && LayerKeepers.Of(change.Layer)?.DataProperties.Contains(property.PropertyName) == true))
            return false;
        Known.GetOrCreateValue(change.Layer).Changes++;
        return true;
    }

    /// <summary>The number of changes so far; grows with each.</summary>
    public static long Of(Layer layer) => Known.TryGetValue(layer, out var counts) ? counts.Changes : 0;

    /// <summary>Whether voxels differ from those in the layer's file, or from those it was made with.</summary>
    public static bool HasUnsaved(Layer layer) => Known.TryGetValue(layer, out var counts) && counts.Changes != counts.InFile;

    /// <summary>Tells that a layer's own file holds its voxels as they were after so many changes.</summary>
    public static void TellInFile(Layer layer, long changes) => Known.GetOrCreateValue(layer).InFile = changes;

    /// <summary>The file beside a project that holds the voxels as they are, or null.</summary>
    public static string? StoredAt(Layer layer) =>
        Known.TryGetValue(layer, out var counts) && counts.Stored is { } path && counts.StoredChanges == counts.Changes && File.Exists(path) ? path : null;

    /// <summary>Tells that a file beside a project holds the voxels as they were after so many changes.</summary>
    public static void TellStored(Layer layer, string path, long changes)
    {
        var counts = Known.GetOrCreateValue(layer);
        (counts.Stored, counts.StoredChanges) = (path, changes);
    }

    private sealed class Counts
    {
        public long Changes, InFile, StoredChanges;
        public string? Stored;
    }
}
