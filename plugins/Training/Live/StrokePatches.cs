using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>Draws patches around labelled voxels: each phase equally often, whatever it was painted with, and the newest strokes as often as all others together.</summary>
/// <param name="slices">Where greys are taken from.</param>
/// <param name="size">Edge of a patch.</param>
internal sealed class StrokePatches(SliceCache slices, int size)
{
    private readonly SortedDictionary<int, int[][]> _places = [];
    private LiveStrokes? _strokes;
    private int[] _newest = [];

    /// <summary>Phases with a labelled voxel.</summary>
    internal int Phases { get; private set; }

    /// <summary>Takes over strokes.</summary>
    /// <param name="strokes">Lent until the next call.</param>
    /// <param name="changed">What differs from before.</param>
    internal void Take(LiveStrokes strokes, VoxelBox changed)
    {
        _strokes = strokes;
        foreach (var z in _places.Keys.Where(z => z >= changed.Z && z <= changed.LastZ).ToList())
            _places.Remove(z);
        foreach (var z in strokes.Slices.Where(z => z >= changed.Z && z <= changed.LastZ))
            _places[z] = Places(strokes.Slice(z), strokes.Phases.Count);
        _newest = [.. strokes.Slices.Where(z => z >= changed.Z && z <= changed.LastZ)];
        Phases = strokes.Counts.Count(count => count > 0);
    }

    /// <summary>Fills one patch.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="grey">size × size.</param>
    /// <param name="labels">size × size; <paramref name="ignored"/> where nothing is labelled.</param>
    /// <param name="ignored">The label that counts for nothing.</param>
    internal void Draw(RandomSource random, Span<float> grey, Span<long> labels, long ignored)
    {
        var (z, place) = Voxel(random);
        var (height, width) = (slices.Shape.Height, slices.Shape.Width);
        // The voxel lies anywhere in the middle half, so that no patch knows where its labels are.
        var quarter = size / 4;
        var top = (place / width) - quarter - random.NextInt(size - (2 * quarter));
        var left = (place % width) - quarter - random.NextInt(size - (2 * quarter));
        var symmetry = random.NextInt(8);
        var (gain, shift) = ((float)random.NextBetween(0.9, 1.1), (float)random.NextBetween(-0.1, 0.1));
        var from = slices.Get(z);
        var known = _strokes!.Slice(z);
        var (rows, columns) = (Mirror.Indices(top, size, height), Mirror.Indices(left, size, width));
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var (y, x) = (symmetry & 4) != 0 ? (j, i) : (i, j);
                var source = (rows[(symmetry & 1) != 0 ? size - 1 - y : y] * width) + columns[(symmetry & 2) != 0 ? size - 1 - x : x];
                grey[(i * size) + j] = (from[source] * gain) + shift;
                labels[(i * size) + j] = known[source] == LabelVolume.Unlabelled ? ignored : known[source];
            }
        }
    }

    private (int Z, int Place) Voxel(RandomSource random)
    {
        var slices = _newest.Length > 0 && random.NextInt(2) == 0 ? _newest : [.. _places.Keys];
        // Among the phases that these slices have.
        var phases = Enumerable.Range(0, _strokes!.Phases.Count).Where(phase => slices.Any(z => _places[z][phase].Length > 0)).ToList();
        var phase = phases[random.NextInt(phases.Count)];
        var left = random.NextInt(slices.Sum(z => _places[z][phase].Length));
        foreach (var z in slices)
        {
            var places = _places[z][phase];
            if (left < places.Length)
                return (z, places[left]);
            left -= places.Length;
        }
        throw new InvalidOperationException("A voxel was drawn beyond the last.");
    }

    private static int[][] Places(ReadOnlySpan<byte> labels, int phases)
    {
        var places = Enumerable.Range(0, phases).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != LabelVolume.Unlabelled)
                places[labels[i]].Add(i);
        }
        return [.. places.Select(list => list.ToArray())];
    }
}
