using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>How to segment. Each property is a field in the window and an option on the command line.</summary>
public sealed record __Name__Parameters
{
    /// <summary>The least grey of a voxel that touches the foreground.</summary>
    [Parameter("Low threshold", Help = "Voxels above it count where they touch the foreground. Empty: the grey that 60 % of the voxels lie below.")]
    public double? Low { get; init; }

    /// <summary>The least grey of a voxel that is foreground by itself.</summary>
    [Parameter("High threshold", Help = "Voxels above it always count. Empty: the grey that 90 % of the voxels lie below.")]
    public double? High { get; init; }
}
