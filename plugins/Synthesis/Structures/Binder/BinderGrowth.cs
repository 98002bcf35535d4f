using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Grows the carbon-binder domain at the surface of the solid, in sweeps. In each, the pore voxels with the highest affinity are filled: a weighted mean of the
/// affinity to active material and of that to binder, with some chance; the weight takes it from films to fingers (the idea of Mistry, Smith and Mukherjee,
/// ACS Appl. Mater. Interfaces 10 (2018) 6317, deposited in sweeps so that all cores take part). In the end it is rounded to the size of its features.
/// </summary>
internal static class BinderGrowth
{
    // Each sweep fills a part of all, but no more than a part of what is there, so that fingers have time to grow at their tips.
    private const double FirstPart = 1 / 120.0;
    private const double Growth = 0.22;
    private const float Chance = 0.12f;
    private const float Clouds = 0.2f;

    /// <summary>Fills exactly <paramref name="count"/> pore voxels, or all that can be reached from the solid.</summary>
    /// <param name="labels">See <see cref="ElectrodeLabels"/>.</param>
    /// <param name="box">Says which faces fit together.</param>
    /// <param name="count">Voxels of binder.</param>
    /// <param name="fingers">From 0, films on the active material, to 1, fingers on binder that is there already.</param>
    /// <param name="length">Size of its features, in voxels.</param>
    /// <param name="scratch">Overwritten; of the shape of the labels.</param>
    /// <param name="seed">The user's.</param>
    /// <param name="work">Threads and progress.</param>
    public static void Grow(LabelVolume labels, Box box, long count, double fingers, double length, Volume<float> scratch, long seed, Work work)
    {
        var (shape, random) = (labels.Shape, new CounterRandom(seed, Streams.BinderGrowth));
        var field = new PeriodicGaussianField(shape, new Point3(length, length, length), new CounterRandom(seed, Streams.BinderField));
        work.For(shape.Depth, z => field.Slice(z, scratch.Slice(z)));
        var (scores, places) = (new List<float>[shape.Depth], new List<int>[shape.Depth]);
        for (var z = 0; z < shape.Depth; z++)
            (scores[z], places[z]) = ([], []);
        for (var (sweep, left) = (0, count); left > 0; sweep++)
        {
            work.Report(Math.Min(0.95, 1 - (left / (double)count)), $"growing binder, sweep {sweep + 1}");
            work.For(shape.Depth, z => new Surface(labels, box, z, scratch.Slice(z)).Collect(scores[z], places[z], (float)fingers, random, sweep * shape.VoxelCount));
            var candidates = scores.Sum(slice => (long)slice.Count);
            if (candidates == 0)
                return;
            var part = Math.Max((long)(FirstPart * count), (long)(Growth * (count - left)));
            var take = Math.Min(Math.Min(Math.Max(1, part), left), candidates);
            var chosen = RankSelection.Lowest(shape.Depth, z => CollectionsMarshal.AsSpan(scores[z]), take, work)!;
            work.For(shape.Depth, z => Fill(labels.Slice(z), scores[z], places[z], chosen, z));
            left -= take;
        }
        if (length > 2)
            Round(labels, count, fingers, length / 4, scratch, work);
    }

    // Smooths what has grown and fills as many voxels again, where it is densest. Films are held by the active material, fingers are not.
    private static void Round(LabelVolume labels, long count, double fingers, double width, Volume<float> scratch, Work work)
    {
        var active = (float)(1 - fingers);
        work.For(labels.Shape.Depth, z =>
        {
            var to = scratch.Slice(z);
            var slice = labels.Slice(z);
            for (var i = 0; i < to.Length; i++)
                to[i] = slice[i] == ElectrodeLabels.Binder ? 1 : slice[i] == ElectrodeLabels.Active ? active : 0;
        });
        Smoothing.Gaussian(scratch, width, work);
        work.For(labels.Shape.Depth, z =>
        {
            var to = scratch.Slice(z);
            var slice = labels.Slice(z);
            for (var i = 0; i < to.Length; i++)
                to[i] = slice[i] is ElectrodeLabels.Binder or ElectrodeLabels.Pore ? -to[i] : float.PositiveInfinity;
            slice.Replace(ElectrodeLabels.Binder, ElectrodeLabels.Pore);
        });
        var chosen = RankSelection.Lowest(labels.Shape.Depth, z => scratch.Slice(z), count, work)!;
        work.For(labels.Shape.Depth, z => chosen.Mark(z, scratch.Slice(z), labels.Slice(z), ElectrodeLabels.Binder));
    }

    private static void Fill(Span<byte> slice, List<float> scores, List<int> places, RankSelection chosen, int z)
    {
        var marks = new byte[scores.Count];
        chosen.Mark(z, CollectionsMarshal.AsSpan(scores), marks, ElectrodeLabels.Binder);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] != 0)
                slice[places[i]] = ElectrodeLabels.Binder;
        }
    }

    // A slice with the two beside it, across the faces where the box is periodic.
    private readonly ref struct Surface
    {
        private readonly VolumeShape _shape;
        private readonly Box _box;
        private readonly int _z;
        private readonly ReadOnlySpan<byte> _below;
        private readonly ReadOnlySpan<byte> _here;
        private readonly ReadOnlySpan<byte> _above;
        private readonly ReadOnlySpan<float> _clouds;

        public Surface(LabelVolume labels, Box box, int z, ReadOnlySpan<float> clouds)
        {
            _clouds = clouds;
            (_shape, _box, _z) = (labels.Shape, box, z);
            _below = labels.Slice(Next(z, -1, _shape.Depth, box.PeriodicAlongZ));
            _here = labels.Slice(z);
            _above = labels.Slice(Next(z, 1, _shape.Depth, box.PeriodicAlongZ));
        }

        public void Collect(List<float> scores, List<int> places, float fingers, CounterRandom random, long firstIndex)
        {
            scores.Clear();
            places.Clear();
            var width = _shape.Width;
            for (var y = 0; y < _shape.Height; y++)
            {
                var (front, back) = (Next(y, -1, _shape.Height, _box.PeriodicAcross) * width, Next(y, 1, _shape.Height, _box.PeriodicAcross) * width);
                for (int x = 0, i = y * width; x < width; x++, i++)
                {
                    if (_here[i] != ElectrodeLabels.Pore)
                        continue;
                    var (left, right) = (Next(x, -1, width, _box.PeriodicAcross), Next(x, 1, width, _box.PeriodicAcross));
                    var row = i - x;
                    var faces = new Counts();
                    faces.Add(_here[row + left], _here[row + right], _here[front + x]);
                    faces.Add(_here[back + x], _below[i], _above[i]);
                    if (faces.Active + faces.Binder == 0)
                        continue;
                    var around = faces;
                    around.Add(_here[front + left], _here[front + right], _here[back + left]);
                    around.Add(_here[back + right], _below[row + left], _below[row + right]);
                    around.Add(_above[row + left], _above[row + right], _below[front + x]);
                    around.Add(_below[back + x], _above[front + x], _above[back + x]);
                    around.Add(_below[front + left], _below[front + right], _below[back + left]);
                    around.Add(_below[back + right], _above[front + left], _above[front + right]);
                    around.Add(_above[back + left], _above[back + right], ElectrodeLabels.Pore);
                    // Fingers grow at their tips: one neighbour of binder draws most.
                    var film = around.Active / 26f;
                    var tip = faces.Binder == 0 ? 0 : 1 - ((faces.Binder - 1) / 6f);
                    var index = firstIndex + ((long)_z * _shape.SliceLength) + i;
                    scores.Add(-((1 - fingers) * film) - (fingers * tip) - (Clouds * _clouds[i]) - (Chance * (float)random.Uniform(index)));
                    places.Add(i);
                }
            }
        }

        private static int Next(int index, int step, int count, bool periodic) =>
            periodic ? (index + step + count) % count : Math.Clamp(index + step, 0, count - 1);
    }

    private struct Counts
    {
        public int Active;
        public int Binder;

        public void Add(byte first, byte second, byte third)
        {
            Active += (first == ElectrodeLabels.Active ? 1 : 0) + (second == ElectrodeLabels.Active ? 1 : 0) + (third == ElectrodeLabels.Active ? 1 : 0);
            Binder += (first == ElectrodeLabels.Binder ? 1 : 0) + (second == ElectrodeLabels.Binder ? 1 : 0) + (third == ElectrodeLabels.Binder ? 1 : 0);
        }
    }
}
