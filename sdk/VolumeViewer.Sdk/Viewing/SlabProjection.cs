namespace VolumeViewer.Sdk;

/// <summary>What becomes of the grey values that lie behind each other in a thick slice.</summary>
public enum SlabProjection
{
    /// <summary>The largest is shown.</summary>
    Maximum,

    /// <summary>The smallest is shown.</summary>
    Minimum,

    /// <summary>Their mean is shown.</summary>
    Mean,

    /// <summary>Their sum is shown, in the layer's contrast limits as they are.</summary>
    Sum,
}
