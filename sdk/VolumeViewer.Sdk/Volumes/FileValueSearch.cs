using System.Buffers;

namespace VolumeViewer.Sdk;

/// <summary>Finds the distinct values of a source that may be labels.</summary>
internal static class FileValueSearch
{
    /// <summary>The values, ascending.</summary>
    /// <param name="source">Is read as a whole, on all cores.</param>
    /// <param name="most">More distinct values than this are an error.</param>
    /// <param name="progress">Told the share of slices that are read, or null.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UserException">There are more, or one is not a whole number.</exception>
    public static IReadOnlyList<long> In(IVolumeSource source, int most, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (all, gate, done) = (new SortedSet<long>(), new Lock(), 0);
        source.ForEachSlice(z =>
        {
            if (source.VoxelType == VoxelType.UInt8)
                InBytes(source, z, Add);
            else
                InNumbers(source, z, Add);
            progress?.Report((double)Interlocked.Increment(ref done) / source.Shape.Depth);
        }, cancellationToken);
        return [.. all];

        void Add(long value)
        {
            lock (gate)
            {
                if (all.Add(value) && all.Count > most)
                    throw new UserException($"The volume has more than {most} distinct values, so it is not a label image. Segment it first, or give the file with the labels.");
            }
        }
    }

    // What is known already is passed over in wide registers.
    private static void InBytes(IVolumeSource source, int z, Action<long> add)
    {
        var rented = ArrayPool<byte>.Shared.Rent(source.Shape.SliceLength);
        try
        {
            var left = rented.AsSpan(0, source.Shape.SliceLength);
            source.ReadSlice(z, left);
            List<byte> known = [];
            while (left.Length > 0)
            {
                known.Add(left[0]);
                add(left[0]);
                var next = left.IndexOfAnyExcept(SearchValues.Create([.. known]));
                left = next < 0 ? [] : left[next..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void InNumbers(IVolumeSource source, int z, Action<long> add)
    {
        var rented = ArrayPool<float>.Shared.Rent(source.Shape.SliceLength);
        try
        {
            var row = rented.AsSpan(0, source.Shape.SliceLength);
            source.ReadSlice(z, row);
            var known = new HashSet<long>();
            var last = float.NaN;
            foreach (var value in row)
            {
                if (value == last)
                    continue;
                last = value;
                if (value != MathF.Floor(value) || !float.IsFinite(value))
                    throw new UserException($"The voxel value {value} in slice {z} is not a label: labels are whole numbers. Is this a grey image?");
                if (known.Add((long)value))
                    add((long)value);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
