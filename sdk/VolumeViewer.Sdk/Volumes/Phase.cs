namespace VolumeViewer.Sdk;

/// <summary>One material of a <see cref="LabelVolume"/>.</summary>
/// <param name="Name">For example "pore", "NMC" or "carbon-binder domain".</param>
/// <param name="Color">Its colour in every view.</param>
/// <param name="FileValue">The voxel value that stands for it in files; the label itself is the phase's place in the table.</param>
/// <param name="Visible">Whether it is drawn.</param>
public sealed record Phase(string Name, Rgba Color, long FileValue, bool Visible = true)
{
    /// <summary>A phase with all that is known of it.</summary>
    public Phase(string name, Rgba color, long fileValue, bool visible, PhaseState state = PhaseState.ToDo) : this(name, color, fileValue, visible) => State = state;

    /// <summary>How far its labelling is.</summary>
    public PhaseState State { get; init; }
}
