using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How a labels layer is drawn in a frame.</summary>
internal sealed record LabelsScene
{
    /// <summary>What is cut away of the layer.</summary>
    public required LayerCut Cut { get; init; }

    /// <summary>What is cut away of what stands around surfaces and darkens them, where that is less than <see cref="Cut"/>; null for the same.</summary>
    public LayerCut? SolidCut { get; init; }

    /// <summary>See <see cref="RayInterval.Of"/>.</summary>
    public int InnerWalls { get; init; }

    /// <summary>The part of the rays that is drawn; null for all.</summary>
    public RayPart? Part { get; init; }

    /// <summary>Edges (x, y, z) of the layer, µm.</summary>
    public required Vector3 Extent { get; init; }

    /// <summary>Edges (x, y, z) of a stored voxel, µm.</summary>
    public required Vector3 Voxel { get; init; }

    public required LayerBlending Blending { get; init; }

    /// <summary>Which phases are drawn, and how.</summary>
    public required PhaseLookup Phases { get; init; }

    /// <summary>Where no opaque phase is, or null where looking for it does not pay.</summary>
    public required EmptyLeaps? WithoutOpaque { get; init; }

    /// <summary>Where no translucent phase is, likewise.</summary>
    public required EmptyLeaps? WithoutTranslucent { get; init; }

    /// <summary>Of <see cref="Phases"/>, or of those before while a new one is made.</summary>
    public required OccupancyStore Occupancy { get; init; }

    /// <summary>How many translucent surfaces a ray shades at most.</summary>
    public required int MaxCrossings { get; init; }

    /// <summary>How much surroundings darken surfaces, 0 to 1.</summary>
    public required float Occlusion { get; init; }
}
