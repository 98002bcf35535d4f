namespace VolumeViewer.Sdk;

/// <summary>An axis of a volume; the number is its place in the index (z, y, x).</summary>
public enum Axis
{
    /// <summary>Through the slices.</summary>
    Z = 0,

    /// <summary>Down the rows.</summary>
    Y = 1,

    /// <summary>Along a row.</summary>
    X = 2,
}
