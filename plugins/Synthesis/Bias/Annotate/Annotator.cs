using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>One virtual annotator: what was drawn from the distributions.</summary>
internal sealed class Annotator
{
    // Enough for every purpose, and for patches of 200 pairs of phases.
    private const int StreamsEach = 256;

    private readonly int _number;
    private readonly int _seed;

    private Annotator(int number, int seed, int phases)
    {
        (_number, _seed) = (number, seed);
        Shifts = new double[phases, phases];
    }

    /// <summary>Counted from 1.</summary>
    internal int Number => _number + 1;

    /// <summary>How far the first phase (row) is drawn into the second (column), in voxels along x; the opposite the other way round.</summary>
    internal double[,] Shifts { get; }

    /// <summary>How far a phase is drawn into its neighbour where the grey is its own, in voxels along x.</summary>
    internal double GreyPreference { get; private init; }

    /// <summary>Draws an annotator.</summary>
    /// <param name="parameters">The distributions.</param>
    /// <param name="phases">Of the truth.</param>
    /// <param name="number">Counted from 0.</param>
    /// <param name="voxel">Length of a voxel along x in the unit of the parameters.</param>
    internal static Annotator Draw(AnnotatorParameters parameters, PhaseTable phases, int number, double voxel)
    {
        var random = new CounterRandom(parameters.Seed, Stream(number, Purpose.Person));
        var annotator = new Annotator(number, parameters.Seed, phases.Count)
        {
            GreyPreference = (parameters.GreyPreference + (parameters.GreyPreferenceSpread * random.Normal(0))) / voxel,
        };
        var named = PairValues.Parse("shifts", parameters.Shifts, phases);
        for (var first = 0; first < phases.Count; first++)
        {
            for (var second = first + 1; second < phases.Count; second++)
            {
                var value = named.Where(each => (each.First, each.Second) == (first, second)).Cast<PairValue?>().FirstOrDefault();
                var opposite = named.Where(each => (each.First, each.Second) == (second, first)).Cast<PairValue?>().FirstOrDefault();
                if (value is not null && opposite is not null)
                    throw new UserException($"--shifts: the pair {phases[first].Name}/{phases[second].Name} is named both ways round; name it once.");
                var (mean, spread) = value is { } given ? (given.Mean, given.Spread) : opposite is { } turned ? (-turned.Mean, turned.Spread) : (0, parameters.ShiftSpread);
                var shift = (mean + (spread * random.Normal(1 + (first * phases.Count) + second))) / voxel;
                (annotator.Shifts[first, second], annotator.Shifts[second, first]) = (shift, -shift);
            }
        }
        return annotator;
    }

    /// <summary>Random numbers of this annotator.</summary>
    internal CounterRandom Random(Purpose purpose) => new(_seed, Stream(_number, purpose));

    /// <summary>A random field of this annotator.</summary>
    internal GaussianField Field(Purpose purpose, VolumeShape shape, double lengthZ, double lengthY, double lengthX, int index = 0) =>
        new(_seed, Stream(_number, purpose) + (uint)index, shape, lengthZ, lengthY, lengthX);

    private static uint Stream(int number, Purpose purpose) => 0x4000_0000u + ((uint)number * StreamsEach) + (uint)purpose;
}
