using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>What values may refer to by name.</summary>
/// <param name="Layer">The layer of an id, or null where it is not there.</param>
/// <param name="Colormap">The colormap of an id, or null where no plugin brings it.</param>
internal sealed record ValueScope(Func<string, Layer?> Layer, Func<string, Colormap?> Colormap);
