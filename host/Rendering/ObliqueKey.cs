using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Which places of a layer an oblique slice view shows: several for each pixel, where voxels are smaller than pixels, and several behind each other, where the slice is thick.</summary>
/// <param name="Corner">The upper left corner of the view, (x, y, z) in µm: of the nearest places.</param>
/// <param name="PerColumn">From a pixel to the one on its right, µm.</param>
/// <param name="PerRow">From a pixel to the one below, µm.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Samples">Places for each pixel along each direction.</param>
internal readonly record struct ObliqueKey(Vector3 Corner, Vector3 PerColumn, Vector3 PerRow, int Width, int Height, int Samples)
{
    // More would be a picture that is waited for in vain: some seconds on two cores.
    private const long MostPlaces = 1L << 30;

    // Of a texture: 128 MiB of floats.
    private const long MostTexels = 1L << 25;

    /// <summary>Places in a row.</summary>
    public int Columns => Width * Samples;

    /// <summary>Rows of places.</summary>
    public int Rows => Height * Samples;

    /// <summary>From a place to the one behind it, µm.</summary>
    public Vector3 PerPlane { get; init; }

    /// <summary>How many lie behind each other.</summary>
    public int Planes { get; init; } = 1;

    /// <summary>What becomes of the values of places behind each other.</summary>
    public SlabProjection Projection { get; init; }

    /// <summary>Of a sum, how many voxels a place stands for.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Whether values are interpolated between voxels.</summary>
    public bool Interpolates { get; init; }

    /// <summary>The places of a view.</summary>
    /// <param name="pass">The view.</param>
    /// <param name="block">How it shows the layer, see <see cref="SlicePass.BlockForReading"/>.</param>
    /// <param name="projection">What becomes of values behind each other.</param>
    /// <param name="interpolates">Whether values are interpolated.</param>
    public static ObliqueKey Of(SlicePass pass, in SliceBlock block, SlabProjection projection, bool interpolates)
    {
        var planes = Math.Max(1, (int)block.SlabSamples);
        var samples = (int)block.SamplesPerPixel;
        while (samples > 1 && (long)pass.Width * pass.Height * samples * samples > Math.Min(MostTexels, MostPlaces / planes))
            samples--;
        var key = new ObliqueKey(block.Corner, block.PerColumn, block.PerRow, pass.Width, pass.Height, samples) { Interpolates = interpolates };
        // Without a slab there is nothing to project: the key is the same whatever the last projection was.
        return planes == 1 ? key : key with { PerPlane = block.SlabStep, Planes = planes, Projection = projection, Weight = block.SlabWeight };
    }

    /// <summary>Some of the rows of pixels.</summary>
    public ObliqueKey Band(int firstRow, int rows) => this with { Corner = Corner + (PerRow * firstRow), Height = rows };
}
