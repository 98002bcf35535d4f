namespace VolumeViewer.Sdk;

/// <summary>A volume in memory, of which parts of rows can be had at no cost.</summary>
internal interface IRowSource
{
    /// <summary>Fills <paramref name="destination"/> with the voxels from (z, y, x) on, which must all lie in that row.</summary>
    void ReadRow(int z, int y, int x, Span<float> destination);

    /// <summary>The same voxels with another distance between them. Both share the memory.</summary>
    IVolumeSource WithSpacing(Spacing spacing);
}
