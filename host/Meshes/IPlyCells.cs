namespace VolumeViewer.Host.Meshes;

/// <summary>The numbers behind the header of a PLY file, whether they are binary or text.</summary>
internal interface IPlyCells
{
    /// <summary>Reads as many numbers as there are types.</summary>
    /// <param name="types">Of the numbers, such as "uchar".</param>
    /// <param name="numbers">Gets them.</param>
    /// <exception cref="IOException">The file ends too early.</exception>
    /// <exception cref="FormatException">Something else stands there.</exception>
    void Read(ReadOnlySpan<string> types, Span<double> numbers);
}
