namespace VolumeViewer.Host.Rendering;

/// <summary>How much care a picture takes.</summary>
internal enum RenderQuality
{
    /// <summary>While something moves: longer steps. The caller halves the size of the target too.</summary>
    Moving,

    /// <summary>A sample for every voxel on the way.</summary>
    Full,
}
