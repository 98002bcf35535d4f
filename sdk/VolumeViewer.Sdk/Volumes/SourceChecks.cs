using System.Runtime.CompilerServices;

namespace VolumeViewer.Sdk;

/// <summary>Checks that every <see cref="IVolumeSource"/> makes of its arguments.</summary>
public static class SourceChecks
{
    /// <exception cref="ArgumentOutOfRangeException">The volume has no slice of this index.</exception>
    public static void SliceIndex(int z, VolumeShape shape)
    {
        if ((uint)z >= (uint)shape.Depth)
            throw new ArgumentOutOfRangeException(nameof(z), z, $"The volume has the slices 0 to {shape.Depth - 1}.");
    }

    /// <exception cref="ArgumentException">The destination is not exactly one slice long.</exception>
    public static void SliceLength(int expected, int actual, [CallerArgumentExpression(nameof(actual))] string? name = null)
    {
        if (expected != actual)
            throw new ArgumentException($"A slice needs a destination of {expected} elements, got {actual}.", name);
    }
}
