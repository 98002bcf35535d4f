using System.Buffers;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// How much of a voxel's 5³ neighbourhood the phases of each channel fill, weighted with binomial coefficients, which come near to a Gaussian of
/// one voxel. Its slope gives normals without the staircase of the voxels. Beyond the volume its outermost voxels go on, so that surfaces
/// stay straight up to its walls.
/// </summary>
internal sealed class PhaseOccupancy
{
    private readonly LabelGrid _grid;
    private readonly int _channelCount;

    // Each channel has 16 bits of a word, so that all of them are summed at a time; sums of weights reach 16³ = 4096.
    private readonly ulong[] _words = new ulong[256];

    /// <param name="grid">The labels.</param>
    /// <param name="channels">The channel of each label; −1 for none.</param>
    /// <param name="channelCount">2 or 4.</param>
    public PhaseOccupancy(LabelGrid grid, ReadOnlySpan<sbyte> channels, int channelCount)
    {
        (_grid, _channelCount) = (grid, channelCount);
        for (var label = 0; label < channels.Length; label++)
            _words[label] = channels[label] < 0 ? 0 : 1UL << (16 * channels[label]);
    }

    /// <summary>Fills slice z, a byte for each channel of each voxel.</summary>
    public void Fill(int z, Span<byte> texels) => Fill(z, new TexelRect(0, 0, _grid.Size.Width, _grid.Size.Height), texels);

    /// <summary>Fills a part of slice z, likewise.</summary>
    public void Fill(int z, TexelRect part, Span<byte> texels)
    {
        var (width, height) = (part.Width, part.Height);
        // Two voxels more on every side.
        var stride = width + 4;
        var rented = ArrayPool<ulong>.Shared.Rent(stride * (height + 4));
        var sums = rented.AsSpan(0, stride * (height + 4));
        sums.Clear();
        // The columns that lie in the volume; those beside them are like the outermost.
        var (first, end) = (Math.Max(0, part.X - 2), Math.Min(_grid.Size.Width, part.X + width + 2));
        var offset = first - (part.X - 2);
        ReadOnlySpan<ulong> weights = [1, 4, 6, 4, 1];
        for (var k = -2; k <= 2; k++)
        {
            var labels = _grid.Slice(Math.Clamp(z + k, 0, _grid.Size.Depth - 1));
            var weight = weights[k + 2];
            for (var y = 0; y < height + 4; y++)
            {
                var row = labels.Slice((Math.Clamp(part.Y + y - 2, 0, _grid.Size.Height - 1) * _grid.Size.Width) + first, end - first);
                var target = sums.Slice((y * stride) + offset, end - first);
                for (var x = 0; x < row.Length; x++)
                    target[x] += weight * _words[row[x]];
            }
        }
        for (var y = 0; y < height + 4; y++)
        {
            var row = sums.Slice(y * stride, stride);
            row[..offset].Fill(row[offset]);
            var last = offset + end - first;
            row[last..].Fill(row[last - 1]);
        }
        var column = ArrayPool<ulong>.Shared.Rent(stride);
        for (var y = 0; y < height; y++)
        {
            var top = sums.Slice(y * stride, stride);
            var second = sums.Slice((y + 1) * stride, stride);
            var middle = sums.Slice((y + 2) * stride, stride);
            var fourth = sums.Slice((y + 3) * stride, stride);
            var bottom = sums.Slice((y + 4) * stride, stride);
            for (var x = 0; x < stride; x++)
                column[x] = top[x] + bottom[x] + (4 * (second[x] + fourth[x])) + (6 * middle[x]);
            var target = texels.Slice(y * width * _channelCount, width * _channelCount);
            for (var x = 0; x < width; x++)
            {
                var word = column[x] + column[x + 4] + (4 * (column[x + 1] + column[x + 3])) + (6 * column[x + 2]);
                for (var channel = 0; channel < _channelCount; channel++)
                    target[(x * _channelCount) + channel] = (byte)(((((word >> (16 * channel)) & 0xFFFF) * 255) + 2048) >> 12);
            }
        }
        ArrayPool<ulong>.Shared.Return(column);
        ArrayPool<ulong>.Shared.Return(rented);
    }
}
