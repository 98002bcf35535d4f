using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How an image layer is drawn in a frame.</summary>
internal sealed record ImageScene
{
    /// <summary>What is cut away of the layer.</summary>
    public required LayerCut Cut { get; init; }

    /// <summary>Edges (x, y, z) of the layer, µm.</summary>
    public required Vector3 Extent { get; init; }

    /// <summary>Voxels along (x, y, z) that are stored.</summary>
    public required Vector3 Size { get; init; }

    /// <summary>Edges (x, y, z) of a stored voxel, µm.</summary>
    public required Vector3 Voxel { get; init; }

    /// <summary>A part that there is finer, or null.</summary>
    public ImagePart? Part { get; init; }

    /// <summary>How far from a surface, along (x, y, z), its slope is taken, in stored voxels.</summary>
    public Vector3 SlopeReach { get; init; } = Vector3.One;

    /// <summary>Length of a step along a ray, µm.</summary>
    public required float Step { get; init; }

    public required ImageRenderMode Mode { get; init; }

    public required LayerBlending Blending { get; init; }

    public required bool Interpolate { get; init; }

    public required float Opacity { get; init; }

    /// <summary>In the values that are stored.</summary>
    public required float Isovalue { get; init; }

    /// <summary>Place between the contrast limits is the stored value times this ...</summary>
    public required float LevelScale { get; init; }

    /// <summary>... plus this.</summary>
    public required float LevelShift { get; init; }

    /// <summary>Colours by that place.</summary>
    public required TransferLookup Transfer { get; init; }

    /// <summary>Where nothing is to be seen, or null where looking for it does not pay.</summary>
    public required EmptyLeaps? Empty { get; init; }

    /// <summary>See <see cref="ImageLayer.Attenuation"/>; per µm.</summary>
    public required float Attenuation { get; init; }

    /// <summary>How much surroundings darken surfaces, 0 to 1.</summary>
    public required float Occlusion { get; init; }
}
