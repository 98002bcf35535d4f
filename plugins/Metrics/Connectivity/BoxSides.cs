using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>Sides of a box.</summary>
[Flags]
internal enum BoxSides
{
    /// <summary>No side.</summary>
    None = 0,

    /// <summary>The first slice.</summary>
    FirstZ = 1,

    /// <summary>The last slice.</summary>
    LastZ = 2,

    /// <summary>The first rows.</summary>
    FirstY = 4,

    /// <summary>The last rows.</summary>
    LastY = 8,

    /// <summary>The first columns.</summary>
    FirstX = 16,

    /// <summary>The last columns.</summary>
    LastX = 32,
}

/// <summary>How a component stands to the two sides across an axis.</summary>
internal enum Reach
{
    /// <summary>It touches both.</summary>
    Percolating,

    /// <summary>It touches the first alone.</summary>
    FirstSide,

    /// <summary>It touches the last alone.</summary>
    LastSide,

    /// <summary>It touches neither.</summary>
    Isolated,
}

/// <summary>Reads <see cref="BoxSides"/>.</summary>
internal static class BoxSidesReading
{
    /// <summary>How what touches these sides stands to the two across an axis.</summary>
    public static Reach Along(this BoxSides sides, Axis axis)
    {
        var (first, last) = axis switch
        {
            Axis.Z => (BoxSides.FirstZ, BoxSides.LastZ),
            Axis.Y => (BoxSides.FirstY, BoxSides.LastY),
            _ => (BoxSides.FirstX, BoxSides.LastX),
        };
        return (sides & first, sides & last) switch
        {
            (not 0, not 0) => Reach.Percolating,
            (not 0, _) => Reach.FirstSide,
            (_, not 0) => Reach.LastSide,
            _ => Reach.Isolated,
        };
    }
}
