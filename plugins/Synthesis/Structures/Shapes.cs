using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Turns the size that a user gives into a shape.</summary>
internal static class Shapes
{
    private const int MostVoxelsPerAxis = 4096;

    /// <summary>The shape of one number (a cube) or three (z, y, x).</summary>
    /// <exception cref="UserException">There are other than one or three whole numbers from 1 to 4096.</exception>
    public static VolumeShape Of(IReadOnlyList<double> lengths)
    {
        if (lengths.Count is not (1 or 3))
            throw new UserException($"The shape has {lengths.Count} numbers; give one for a cube, or three in the order z, y, x, such as 128,256,256.");
        if (lengths.FirstOrDefault(each => each != Math.Floor(each) || each is < 1 or > MostVoxelsPerAxis, 1) is var wrong and not 1)
            throw new UserException($"The shape has {wrong} voxels along an axis; give whole numbers from 1 to {MostVoxelsPerAxis}.");
        return lengths.Count == 1
            ? new VolumeShape((int)lengths[0], (int)lengths[0], (int)lengths[0])
            : new VolumeShape((int)lengths[0], (int)lengths[1], (int)lengths[2]);
    }
}
