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
    public void Fill(int z, Span<byte> texels)
    {
        var (width, height) = (_grid.Size.Width, _grid.Size.Height);
        // Two voxels more on every side.
        var stride = width + 4;
        var rented = ArrayPool<ulong>.Shared.Rent(stride * (height + 4));
        var sums = rented.AsSpan(0, stride * (height + 4));
        sums.Clear();
        ReadOnlySpan<ulong> weights = [1, 4, 6, 4, 1];
        for (var k = -2; k <= 2; k++)
        {
            var labels = _grid.Slice(Math.Clamp(z + k, 0, _grid.Size.Depth - 1));
            var weight = weights[k + 2];
            for (var y = 0; y < height; y++)
            {
                var row = labels.Slice(y * width, width);
                var target = sums.Slice(((y + 2) * stride) + 2, width);
                for (var x = 0; x < row.Length; x++)
                    target[x] += weight * _words[row[x]];
            }
        }
        for (var y = 2; y < height + 2; y++)
        {
            var row = sums.Slice(y * stride, stride);
            row[..2].Fill(row[2]);
            row[^2..].Fill(row[^3]);
        }
        for (var y = 0; y < 2; y++)
        {
            sums.Slice(2 * stride, stride).CopyTo(sums[(y * stride)..]);
            sums.Slice((height + 1) * stride, stride).CopyTo(sums[((height + 2 + y) * stride)..]);
        }
        var column = ArrayPool<ulong>.Shared.Rent(stride);
        for (var y = 0; y < height; y++)
        {
            var first = sums.Slice(y * stride, stride);
            var second = sums.Slice((y + 1) * stride, stride);
            var middle = sums.Slice((y + 2) * stride, stride);
            var fourth = sums.Slice((y + 3) * stride, stride);
            var last = sums.Slice((y + 4) * stride, stride);
            for (var x = 0; x < stride; x++)
                column[x] = first[x] + last[x] + (4 * (second[x] + fourth[x])) + (6 * middle[x]);
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
