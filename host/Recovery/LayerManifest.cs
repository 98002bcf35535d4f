using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recovery;

/// <summary>What a copy of a labels layer is beside its voxels, as it stands in a file.</summary>
internal sealed record LayerManifest
{
    public const int CurrentFormat = 1;

    /// <summary>The form of the file; others are not read.</summary>
    public int Format { get; init; } = CurrentFormat;

    public required string Name { get; init; }

    /// <summary>Where the layer came from.</summary>
    public required string Origin { get; init; }

    /// <summary>When the copy was made.</summary>
    public required DateTimeOffset Saved { get; init; }

    /// <summary>Voxels along z, y, x.</summary>
    public required int[] Shape { get; init; }

    /// <summary>Distances along z, y, x.</summary>
    public required double[] Spacing { get; init; }

    public required bool IsCalibrated { get; init; }

    public required PhaseEntry[] Phases { get; init; }

    public float Opacity { get; init; } = 1;

    public bool Visible { get; init; } = true;

    /// <summary>Slices of each piece but the last.</summary>
    public required int SlabDepth { get; init; }

    /// <summary>The files of the pieces, in their order.</summary>
    public required string[] Slabs { get; init; }

    /// <summary>A phase as it stands in the file.</summary>
    internal sealed record PhaseEntry(string Name, string Color, long FileValue, bool Visible, PhaseState State);
}
