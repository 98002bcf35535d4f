namespace VolumeViewer.Host.Rendering;

/// <summary>OpenGL refused something: a shader did not compile, memory ran out. Carries what the driver said.</summary>
internal sealed class GlException(string message) : Exception(message);
