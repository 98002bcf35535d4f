using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>A volume cut into slices across one of its axes: those across y have planes of (z, x), those across x of (z, y).</summary>
internal readonly record struct AxisCut(Axis Axis, VolumeShape Shape)
{
    internal int Count => Axis switch { Axis.Z => Shape.Depth, Axis.Y => Shape.Height, _ => Shape.Width };

    internal int Height => Axis == Axis.Z ? Shape.Height : Shape.Depth;

    internal int Width => Axis == Axis.X ? Shape.Height : Shape.Width;

    internal int PlaneLength => Height * Width;

    /// <summary>Takes the part of a slice of the volume that lies in some planes of this cut.</summary>
    /// <param name="z">Of the slice.</param>
    /// <param name="slice">Its voxels.</param>
    /// <param name="planes">Which planes.</param>
    /// <param name="block">Those planes one after the other.</param>
    internal void Scatter<T>(int z, ReadOnlySpan<T> slice, Span1D planes, Span<T> block)
    {
        for (var plane = 0; plane < planes.Length; plane++)
        {
            if (Axis == Axis.Y)
                slice.Slice((planes.Start + plane) * Shape.Width, Shape.Width).CopyTo(block[((plane * PlaneLength) + (z * Width))..]);
            else
            {
                var column = block.Slice((plane * PlaneLength) + (z * Width), Width);
                for (var y = 0; y < column.Length; y++)
                    column[y] = slice[(y * Shape.Width) + planes.Start + plane];
            }
        }
    }

    /// <summary>The other way round: puts what the planes say of one slice into it.</summary>
    internal void Gather<T>(int z, ReadOnlySpan<T> block, Span1D planes, Span<T> slice)
    {
        for (var plane = 0; plane < planes.Length; plane++)
        {
            var row = block.Slice((plane * PlaneLength) + (z * Width), Width);
            if (Axis == Axis.Y)
                row.CopyTo(slice[((planes.Start + plane) * Shape.Width)..]);
            else
            {
                for (var y = 0; y < row.Length; y++)
                    slice[(y * Shape.Width) + planes.Start + plane] = row[y];
            }
        }
    }
}
