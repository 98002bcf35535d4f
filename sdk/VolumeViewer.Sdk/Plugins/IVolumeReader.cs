namespace VolumeViewer.Sdk;

/// <summary>Opens files or folders of some format.</summary>
public interface IVolumeReader : IContribution
{
    /// <summary>File name endings with the dot, in lower case, such as ".tif".</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether it can open this, judged by the name or, for a folder, by the names in it; what is inside a file is checked when it is opened.</summary>
    bool CanRead(string path);

    /// <summary>Opens a file or folder; voxels are read later, slice by slice, where the format allows it. The caller disposes the source.</summary>
    /// <exception cref="VolumeReadException">The file is damaged or of a kind that is not supported.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    IVolumeSource Open(string path, CancellationToken cancellationToken = default);
}
