namespace VolumeViewer.Sdk;

/// <summary>A box of voxels to be labelled, with room for the answer. Everything is in the order (z, y, x) of the box, x fastest.</summary>
public sealed class LiveRegion
{
    private readonly Action<LiveRegion>? _show;

    /// <param name="box">The voxels; they lie within the image.</param>
    /// <param name="show">Called by <see cref="Show"/>, on the thread that calls it.</param>
    /// <exception cref="ArgumentException">The box has more voxels than an array can hold.</exception>
    public LiveRegion(VoxelBox box, Action<LiveRegion>? show = null)
    {
        if (box.VoxelCount > Array.MaxLength)
            throw new ArgumentException($"A region holds at most {Array.MaxLength} voxels, got the box of {box}. Predict it part by part.", nameof(box));
        (Box, _show) = (box, show);
        var count = (int)box.VoxelCount;
        var labels = new byte[count];
        Array.Fill(labels, LabelVolume.Unlabelled);
        (Labels, Probability, Uncertainty) = (labels, new byte[count], new byte[count]);
    }

    /// <summary>Which voxels.</summary>
    public VoxelBox Box { get; }

    /// <summary>The phase of each voxel; <see cref="LabelVolume.Unlabelled"/> until it is set.</summary>
    public Memory<byte> Labels { get; }

    /// <summary>How probable that phase is: 255 stands for 1.</summary>
    public Memory<byte> Probability { get; }

    /// <summary>How undecided the segmenter is: the entropy of the probabilities over the logarithm of the number of phases; 255 stands for 1, where all are equally probable.</summary>
    public Memory<byte> Uncertainty { get; }

    /// <summary>Sets all three of a voxel from the probabilities of its phases. Voxels may be set from several threads.</summary>
    /// <param name="voxel">Place of the voxel in the region.</param>
    /// <param name="probabilities">One per phase, from 0 to 1; their sum is 1.</param>
    public void Set(int voxel, ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        var entropy = 0f;
        for (var phase = 0; phase < probabilities.Length; phase++)
        {
            var probability = probabilities[phase];
            if (probability > probabilities[best])
                best = phase;
            if (probability > 0)
                entropy -= probability * MathF.Log(probability);
        }
        Labels.Span[voxel] = (byte)best;
        Probability.Span[voxel] = ToByte(probabilities[best]);
        Uncertainty.Span[voxel] = probabilities.Length > 1 ? ToByte(entropy / MathF.Log(probabilities.Length)) : (byte)0;
    }

    /// <summary>A share from 0 to 1 as <see cref="Probability"/> and <see cref="Uncertainty"/> hold it.</summary>
    public static byte ToByte(float share) => (byte)((Math.Clamp(share, 0, 1) * 255) + 0.5f);

    /// <summary>Shows what is there so far, such as a coarse first answer; what is set later replaces it. Never needed.</summary>
    public void Show() => _show?.Invoke(this);
}
