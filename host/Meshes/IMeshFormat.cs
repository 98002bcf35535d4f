using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Meshes;

/// <summary>A format of files that hold triangles.</summary>
internal interface IMeshFormat
{
    /// <summary>Writes a mesh.</summary>
    /// <param name="mesh">What is written.</param>
    /// <param name="target">Takes the file; stays open.</param>
    /// <param name="asText">Whether the form that people can read is written, where the format has two.</param>
    /// <param name="done">Is told now and then how much is written, 0 to 1; may throw to end the work.</param>
    void Write(SurfaceMesh mesh, Stream target, bool asText, Action<double> done);

    /// <summary>Reads a mesh, in whichever form it is.</summary>
    /// <exception cref="FormatException">The file is damaged, or of a kind that is not read; the message says what was met.</exception>
    /// <exception cref="IOException">It cannot be read, or ends too early.</exception>
    SurfaceMesh Read(Stream source);
}
