using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>A scene that changes with time.</summary>
internal interface IAnimation
{
    /// <summary>Whether the end is the beginning, so that the last frame comes one step before it.</summary>
    bool IsLoop { get; }

    /// <summary>Sets a viewer to a time.</summary>
    /// <param name="viewer">Whose camera, layers and so on are set.</param>
    /// <param name="time">From 0 to 1.</param>
    /// <param name="places">Where slice views stand at that time; those that are not set show the whole slice.</param>
    void Put(Viewer viewer, double time, IDictionary<Axis, SlicePlace> places);
}
