using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// A scan of a specimen: projections at all angles, what the detector makes of them, and filtered back-projection. Takes 4 bytes for each detector row,
/// column and angle, 4 bytes for each voxel of the result, and 32 for each voxel of a slice.
/// </summary>
internal sealed class Scan
{
    private const int Lanes = Projector.Lanes;

    private readonly Specimen _specimen;
    private readonly TomogramParameters _parameters;
    private readonly SliceGrid _grid;
    private readonly SliceGrid _slice;
    private readonly ParallelBeam _beam;
    private readonly double _voxel;

    /// <param name="specimen">What is scanned.</param>
    /// <param name="parameters">How.</param>
    public Scan(Specimen specimen, TomogramParameters parameters)
    {
        (_specimen, _parameters) = (specimen, parameters);
        var (shape, spacing) = (specimen.Shape, specimen.Spacing);
        _grid = new SliceGrid(shape.Height, shape.Width, spacing.Y, spacing.X, parameters.Surroundings == Surroundings.Mirrored);
        _slice = new SliceGrid(shape.Height, shape.Width, spacing.Y, spacing.X, round: false);
        _voxel = Math.Min(spacing.Y, spacing.X);
        var pitch = _voxel / parameters.DetectorOversampling;
        var reach = _grid.Reach + (Projector.ReachOf(_grid, pitch) * pitch);
        _beam = new ParallelBeam(reach, pitch, parameters.Angles, parameters.AngularRange, Shifts(parameters));
    }

    /// <summary>Columns of the detector.</summary>
    public int Bins => _beam.Bins;

    /// <summary>The length of the longest way through the specimen, in the unit of the spacing.</summary>
    public double LongestWay => 2 * _grid.Reach;

    /// <summary>The projections as the detector measures them, in line integrals of the attenuation.</summary>
    /// <param name="attenuationPerGrey">Attenuation of a unit of grey above air, per length.</param>
    /// <param name="job">Progress from 0 to 0.6, and cancellation.</param>
    public ProjectionStack Project(double attenuationPerGrey, IJobContext job)
    {
        var shape = _specimen.Shape;
        var projections = new ProjectionStack(_beam.Angles, shape.Depth, _beam.Bins);
        var projector = new Projector(_beam, _grid);
        var slices = new float[_grid.Height * _grid.Width * Lanes];
        var lines = new float[_beam.Angles * _beam.Bins * Lanes];
        var progress = new StageProgress(job, "projecting", 0, 0.45, (shape.Depth + Lanes - 1) / Lanes);
        for (var z = 0; z < shape.Depth; z += Lanes)
        {
            Fill(slices, z);
            projector.Project(slices, lines, job.CancellationToken);
            projections.Store(lines, z, (float)attenuationPerGrey);
            progress.Step();
        }
        var detection = new Detection(_parameters, shape.Depth, _beam.Bins, _parameters.DetectorOversampling, _voxel / _specimen.Spacing.Z);
        var detecting = new StageProgress(job, "detecting", 0.45, 0.6, _beam.Angles);
        Parallel.For(0, _beam.Angles, new ParallelOptions { CancellationToken = job.CancellationToken }, angle =>
        {
            detection.Measure(angle, projections[angle]);
            detecting.Step();
        });
        return projections;
    }

    /// <summary>The greys above air by filtered back-projection. The caller owns the volume.</summary>
    /// <param name="projections">Of <see cref="Project"/>; left as they are.</param>
    /// <param name="attenuationPerGrey">As there.</param>
    /// <param name="job">Progress from 0.6 to 1, and cancellation.</param>
    public Volume<float> Reconstruct(ProjectionStack projections, double attenuationPerGrey, IJobContext job)
    {
        var shape = _specimen.Shape;
        var volume = new Volume<float>(shape, _specimen.Spacing);
        var filter = new RampFilter(_beam.Bins, _beam.Pitch, _parameters.Filter);
        var projector = new BackProjector(_beam, _slice);
        var slices = new float[shape.SliceLength * Lanes];
        var lines = new float[_beam.Angles * _beam.Bins * Lanes];
        var progress = new StageProgress(job, "reconstructing", 0.6, 1, (shape.Depth + Lanes - 1) / Lanes);
        var scale = (float)(1 / attenuationPerGrey);
        for (var z = 0; z < shape.Depth; z += Lanes)
        {
            projections.Load(lines, z);
            filter.Apply(lines, _beam.Angles, job.CancellationToken);
            projector.Reconstruct(lines, slices, job.CancellationToken);
            Parallel.For(z, Math.Min(z + Lanes, shape.Depth), at =>
            {
                var slice = volume.Slice(at);
                for (var i = 0; i < slice.Length; i++)
                    slice[i] = slices[(i * Lanes) + (at - z)] * scale;
            });
            progress.Step();
        }
        return volume;
    }

    private static double[] Shifts(TomogramParameters parameters)
    {
        var jitter = new CounterRandom(parameters.Seed, RandomStreams.Jitter);
        var shifts = new double[parameters.Angles];
        for (var angle = 0; angle < shifts.Length; angle++)
        {
            var wandered = shifts.Length == 1 ? 0 : (angle / (shifts.Length - 1.0)) - 0.5;
            shifts[angle] = parameters.CentreError + (parameters.SampleDrift * wandered) + (parameters.Jitter * jitter.Normal(angle));
            shifts[angle] *= parameters.DetectorOversampling;
        }
        return shifts;
    }

    // The slices from z on as lanes, and their mirror images where the grid goes on around them.
    private void Fill(float[] slices, int z)
    {
        var shape = _specimen.Shape;
        var greys = new float[Lanes][];
        Parallel.For(0, Lanes, lane =>
        {
            greys[lane] = new float[shape.SliceLength];
            if (z + lane < shape.Depth)
                _specimen.FillSlice(z + lane, greys[lane]);
        });
        Parallel.For(0, _grid.Height, y =>
        {
            var row = slices.AsSpan(y * _grid.Width * Lanes, _grid.Width * Lanes);
            var from = GaussianBlur.Mirrored(y - _grid.Top, shape.Height) * shape.Width;
            for (var x = _grid.RowStart[y]; x < _grid.RowEnd[y]; x++)
            {
                var at = from + GaussianBlur.Mirrored(x - _grid.Left, shape.Width);
                for (var lane = 0; lane < Lanes; lane++)
                    row[(x * Lanes) + lane] = greys[lane][at];
            }
        });
    }
}
