namespace VolumeViewer.Sdk;

/// <summary>A file is damaged, of a kind that is not supported, or not what it was taken for. The message says what and where.</summary>
public sealed class VolumeReadException : UserException
{
    /// <param name="path">The file or folder.</param>
    /// <param name="problem">What is wrong, where, and what to do.</param>
    /// <param name="inner">The cause, if another exception told of it.</param>
    public VolumeReadException(string path, string problem, Exception? inner = null)
        : base($"'{path}' cannot be read: {problem}", inner) => Path = path;

    /// <summary>The file or folder that was read.</summary>
    public string Path { get; }
}
