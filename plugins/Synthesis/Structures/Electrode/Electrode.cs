using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>A generated electrode, and what is known of it.</summary>
internal sealed record Electrode : IDisposable
{
    /// <summary>Pore, NMC and CBD.</summary>
    public required LabelVolume Labels { get; init; }

    /// <summary>The particle of each voxel of active material, counted from 1; 0 elsewhere. Null where it was not asked for.</summary>
    public Volume<ushort>? Numbers { get; init; }

    /// <summary>The particles as they were packed; lengths in voxels.</summary>
    public required PackingOutcome Packing { get; init; }

    /// <summary>By how much all surfaces were moved outwards so that the voxels have exactly the fraction, in voxels.</summary>
    public required double Offset { get; init; }

    /// <summary>Voxels inside of two particles or more.</summary>
    public required long OverlapVoxels { get; init; }

    /// <summary>Voxels of particles, with the pores and cracks inside.</summary>
    public required long ParticleVoxels { get; init; }

    /// <summary>Voxels of cracks.</summary>
    public required long CrackVoxels { get; init; }

    /// <summary>Voxels of pores inside of particles.</summary>
    public required long InnerPoreVoxels { get; init; }

    /// <summary>Voxels of binder that were asked for.</summary>
    public required long BinderVoxels { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Labels.Dispose();
        Numbers?.Dispose();
    }
}
