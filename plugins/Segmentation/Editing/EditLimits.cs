using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Where labels may change: voxels of some phases, and of some grey values.</summary>
internal sealed class EditLimits
{
    private readonly bool[]? _phases;
    private readonly IVolumeSource? _grey;
    private readonly float _from;
    private readonly float _to;

    /// <exception cref="UserException">A phase is not there, grey values are limited without an image, or the image has another size.</exception>
    public EditLimits(LabelEdit edit, EditParameters parameters, ImageLayer? grey)
    {
        _phases = PhaseSet.Parse(parameters.ChangeOnly, edit.Phases);
        if (parameters.GreyFrom is null && parameters.GreyTo is null)
            return;
        if (grey is null)
            throw new UserException("Grey values limit the change, but no image is given: choose the input 'grey', or leave --grey-from and --grey-to empty.");
        edit.CheckShape(grey, "The image");
        (_from, _to) = ((float)(parameters.GreyFrom ?? double.NegativeInfinity), (float)(parameters.GreyTo ?? double.PositiveInfinity));
        if (_from > _to)
            throw new UserException($"--grey-from is {_from}, above --grey-to, which is {_to}: no voxel could change.");
        _grey = grey.Volume;
    }

    /// <summary>Whether every voxel may change.</summary>
    public bool AllowAll => _phases is null && _grey is null;

    /// <summary>Marks the voxels of a slice that may change.</summary>
    /// <param name="z">The slice.</param>
    /// <param name="before">Its labels.</param>
    /// <param name="allowed">As many voxels.</param>
    public void Mark(int z, ReadOnlySpan<byte> before, Span<bool> allowed)
    {
        allowed.Fill(true);
        if (_phases is not null)
        {
            for (var i = 0; i < before.Length; i++)
                allowed[i] = _phases[before[i]];
        }
        if (_grey is null)
            return;
        var greys = new float[before.Length];
        _grey.ReadSlice(z, greys);
        for (var i = 0; i < greys.Length; i++)
            allowed[i] &= greys[i] >= _from && greys[i] <= _to;
    }

    /// <summary>Puts back what must not change in a slice.</summary>
    public void Restore(int z, ReadOnlySpan<byte> before, Span<byte> after)
    {
        if (AllowAll || before.SequenceEqual(after))
            return;
        var allowed = new bool[before.Length];
        Mark(z, before, allowed);
        for (var i = 0; i < before.Length; i++)
        {
            if (!allowed[i])
                after[i] = before[i];
        }
    }
}
