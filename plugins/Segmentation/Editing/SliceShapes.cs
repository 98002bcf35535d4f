using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>
/// The phases of a slice as signed distances to their borders, which are mixed for the slices between two (shape-based interpolation: Raya and Udupa, IEEE Trans. Med. Imaging 9
/// (1990) 32). Of several phases the one counts whose distance is greatest; what belongs to none of them is one more.
/// </summary>
internal sealed class SliceShapes(LabelEdit edit, Planes planes, bool[] phases)
{
    private readonly byte[] _labels = [.. Enumerable.Range(0, edit.Phases.Count).Where(label => phases[label]).Select(label => (byte)label)];

    /// <summary>The signed distances of a slice: a field for each phase that it has, and one for the rest.</summary>
    public SignedFields Of(int plane)
    {
        var labels = new byte[planes.Shape.SliceLength];
        planes.Read(plane, labels);
        var fields = new float[_labels.Length + 1][];
        Parallel.For(0, fields.Length, edit.Parallel, turn =>
        {
            var isOf = turn < _labels.Length ? Exactly(_labels[turn]) : Rest();
            if (labels.AsSpan().ContainsAny(isOf))
                fields[turn] = Signed(labels, isOf);
        });
        return new SignedFields(_labels, fields);

        System.Buffers.SearchValues<byte> Exactly(byte label) => System.Buffers.SearchValues.Create([label]);
        System.Buffers.SearchValues<byte> Rest() => System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 256).Where(label => !phases[label]).Select(label => (byte)label)]);
    }

    /// <summary>Labels a slice between two.</summary>
    /// <param name="before">The shapes of the slice before.</param>
    /// <param name="after">Those of the slice after.</param>
    /// <param name="share">How far it is on the way, from 0 to 1.</param>
    /// <param name="labels">Its labels, which are changed.</param>
    /// <param name="onlyUnlabelled">Whether what has a label keeps it.</param>
    public static void Between(SignedFields before, SignedFields after, float share, Span<byte> labels, bool onlyUnlabelled)
    {
        var turns = before.Fields.Length;
        Span<float> emptyBefore = stackalloc float[turns], emptyAfter = stackalloc float[turns];
        for (var turn = 0; turn < turns; turn++)
        {
            // A phase that the one slice lacks thins out until it is gone midway.
            emptyBefore[turn] = after.Fields[turn] is { } there ? -Deepest(there) : float.NegativeInfinity;
            emptyAfter[turn] = before.Fields[turn] is { } here ? -Deepest(here) : float.NegativeInfinity;
        }
        for (var i = 0; i < labels.Length; i++)
        {
            if (onlyUnlabelled && labels[i] != LabelVolume.Unlabelled)
                continue;
            var (best, most) = (turns - 1, float.NegativeInfinity);
            for (var turn = 0; turn < turns; turn++)
            {
                var distance = ((1 - share) * (before.Fields[turn]?[i] ?? emptyBefore[turn])) + (share * (after.Fields[turn]?[i] ?? emptyAfter[turn]));
                if (distance > most)
                    (best, most) = (turn, distance);
            }
            if (best < turns - 1)
                labels[i] = before.Labels[best];
        }
    }

    private static float Deepest(ReadOnlySpan<float> field)
    {
        var deepest = float.NegativeInfinity;
        foreach (var distance in field)
            deepest = Math.Max(deepest, distance);
        return deepest;
    }

    private float[] Signed(byte[] labels, System.Buffers.SearchValues<byte> isOf)
    {
        var (shape, spacing) = (planes.Shape, planes.Spacing);
        var inside = DistanceField.Squared(shape, spacing, (_, sites) => Mark(labels, isOf, sites, false), edit.Parallel)[0];
        var outside = DistanceField.Squared(shape, spacing, (_, sites) => Mark(labels, isOf, sites, true), edit.Parallel)[0];
        // Where the whole slice is of the phase its border is nowhere; as far away as the slice is wide will do.
        var farthest = (float)Math.Sqrt(Math.Pow(shape.Height * spacing.Y, 2) + Math.Pow(shape.Width * spacing.X, 2));
        // The border lies between voxels, half a step from the centres on both sides.
        var half = (float)Math.Min(spacing.Y, spacing.X) / 2;
        for (var i = 0; i < inside.Length; i++)
            inside[i] = inside[i] > 0 ? Math.Min(MathF.Sqrt(inside[i]), farthest) - half : half - Math.Min(MathF.Sqrt(outside[i]), farthest);
        return inside;
    }

    private static void Mark(ReadOnlySpan<byte> labels, System.Buffers.SearchValues<byte> isOf, Span<byte> sites, bool isInside)
    {
        for (var i = 0; i < labels.Length; i++)
            sites[i] = isOf.Contains(labels[i]) == isInside ? (byte)1 : (byte)0;
    }
}

/// <summary>Signed distances of a slice, positive inside, in the spacing's unit.</summary>
/// <param name="Labels">The phases.</param>
/// <param name="Fields">One field for each of them, and the last for the rest; null for what the slice does not have.</param>
internal sealed record SignedFields(byte[] Labels, float[][] Fields);
