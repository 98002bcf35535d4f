using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>Which components of a volume belong together when it repeats at some of its faces: two do if voxels of theirs are neighbours through such a face.</summary>
internal sealed class ComponentGroups
{
    private readonly int[] _parents;

    private ComponentGroups(int count) => _parents = [.. Enumerable.Range(0, count)];

    /// <summary>Every component by itself.</summary>
    public static ComponentGroups Apart(Components components) => new(components.Count);

    /// <summary>The groups of a volume that repeats along some axes.</summary>
    /// <param name="components">Of the volume.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="adjacency">Which voxels are neighbours.</param>
    /// <param name="repeating">The axes along which it repeats.</param>
    public static ComponentGroups Joined(Components components, VolumeShape shape, Adjacency adjacency, IReadOnlyCollection<Axis> repeating)
    {
        var groups = new ComponentGroups(components.Count);
        var planes = Faces(components, shape);
        foreach (var axis in repeating)
        {
            var (first, last) = (planes[(axis, false)], planes[(axis, true)]);
            var (rows, columns) = (axis == Axis.Z ? Axis.Y : Axis.Z, axis == Axis.X ? Axis.Y : Axis.X);
            var (height, width) = (shape.Along(rows), shape.Along(columns));
            for (var v = 0; v < height; v++)
            {
                for (var u = 0; u < width; u++)
                {
                    foreach (var (dv, du) in Steps(adjacency))
                    {
                        var (toV, toU) = (Wrapped(v + dv, height, repeating.Contains(rows)), Wrapped(u + du, width, repeating.Contains(columns)));
                        if (toV >= 0 && toU >= 0)
                            groups.Join(components, last[(v * width) + u], first[(toV * width) + toU]);
                    }
                }
            }
        }
        return groups;
    }

    /// <summary>The group of a component: the lowest number of a component in it.</summary>
    public int Of(int component)
    {
        while (_parents[component] != component)
        {
            _parents[component] = _parents[_parents[component]];
            component = _parents[component];
        }
        return component;
    }

    private void Join(Components components, int first, int second)
    {
        if (first < 0 || second < 0 || components.Labels[first] != components.Labels[second])
            return;
        var (a, b) = (Of(first), Of(second));
        (_parents[a], _parents[b]) = a < b ? (a, a) : (b, b);
    }

    private static IEnumerable<(int V, int U)> Steps(Adjacency adjacency)
    {
        for (var v = -1; v <= 1; v++)
        {
            for (var u = -1; u <= 1; u++)
            {
                if (Math.Abs(v) + Math.Abs(u) <= adjacency switch { Adjacency.Faces => 0, Adjacency.Edges => 1, _ => 2 })
                    yield return (v, u);
            }
        }
    }

    // −1 outside of an axis along which the volume does not repeat.
    private static int Wrapped(int place, int length, bool repeats) => place >= 0 && place < length ? place : repeats ? (place + length) % length : -1;

    // The components on the six faces: rows along the first of the other two axes, columns along the second.
    private static Dictionary<(Axis Axis, bool IsLast), int[]> Faces(Components components, VolumeShape shape)
    {
        var faces = new Dictionary<(Axis Axis, bool IsLast), int[]>();
        foreach (var isLast in new[] { false, true })
        {
            faces[(Axis.Z, isLast)] = new int[shape.Height * shape.Width];
            faces[(Axis.Y, isLast)] = new int[shape.Depth * shape.Width];
            faces[(Axis.X, isLast)] = new int[shape.Depth * shape.Height];
            components.Paint(isLast ? shape.Depth - 1 : 0, faces[(Axis.Z, isLast)]);
        }
        Parallel.For(0, shape.Depth, () => new int[shape.SliceLength], (z, _, slice) =>
        {
            components.Paint(z, slice);
            foreach (var isLast in new[] { false, true })
            {
                var row = isLast ? shape.Height - 1 : 0;
                slice.AsSpan(row * shape.Width, shape.Width).CopyTo(faces[(Axis.Y, isLast)].AsSpan(z * shape.Width));
                var column = isLast ? shape.Width - 1 : 0;
                for (var y = 0; y < shape.Height; y++)
                    faces[(Axis.X, isLast)][(z * shape.Height) + y] = slice[(y * shape.Width) + column];
            }
            return slice;
        }, static _ => { });
        return faces;
    }
}
