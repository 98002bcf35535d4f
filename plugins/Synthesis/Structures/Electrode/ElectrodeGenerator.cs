using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Generates an electrode: packs particles, fills voxels in the order of their distance to the surface until the fraction is met to the voxel, opens pores and
/// cracks inside, and places the binder by rank in the same manner.
/// </summary>
/// <remarks>Memory: 9 bytes per voxel at most (labels, and two distances while binder is placed).</remarks>
internal sealed class ElectrodeGenerator
{
    // Where contacts overlap, the particles' volumes are more than their union; so many rounds bring the union near to what is asked.
    private const int MostRounds = 4;

    private readonly ElectrodeParameters _parameters;
    private readonly VolumeShape _shape;
    private readonly Box _box;
    private readonly Work _work;

    private ElectrodeGenerator(ElectrodeParameters parameters, Work work)
    {
        (_parameters, _work) = (parameters, work);
        _shape = Shapes.Of(parameters.Shape);
        _box = Box.Of(_shape, parameters.Edges);
    }

    /// <summary>Generates an electrode; the caller owns it.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="work">Threads, progress and cancellation.</param>
    /// <exception cref="UserException">It cannot be: see <see cref="ElectrodeParameters.Check"/>; particles are larger than the volume, or so small that voxels do not show them.</exception>
    public static Electrode Generate(ElectrodeParameters parameters, Work work)
    {
        parameters.Check();
        return new ElectrodeGenerator(parameters, work).Generate();
    }

    private Electrode Generate()
    {
        var target = (long)Math.Round(_parameters.ActiveFraction * _shape.VoxelCount);
        var packing = Pack(_box.Volume * _parameters.ActiveFraction);
        var rough = Rough(packing);
        var labels = new LabelVolume(_shape, ElectrodeLabels.Phases, Spacing.Isotropic(_parameters.VoxelSize));
        try
        {
            using var nearest = new Volume<float>(_shape);
            using var sums = NeedsSums ? new Volume<float>(_shape) : null;
            var reach = BinderReach(packing);
            var (union, overlap) = Measure(packing, rough, reach, nearest, sums);
            for (var round = 1; round < MostRounds && _parameters.ContactDepth > 0 && packing.Scale == 1 && Math.Abs((union / (double)target) - 1) > 0.003; round++)
            {
                packing = Pack(packing.Particles.Sum(particle => particle.Volume) * target / union);
                rough = Rough(packing);
                (union, overlap) = Measure(packing, rough, reach, nearest, sums);
            }
            // Jammed before the fraction was reached: the particles are left as they fit.
            var voxels = packing.Scale == 1 ? target : Math.Min(target, union);
            var active = FillActive(labels, nearest, voxels);
            var cracks = _parameters.CrackedShare > 0
                ? Cracks.Open(labels, packing.Particles, _box, rough, _parameters.CrackedShare, Voxels(_parameters.CrackWidth), _parameters.Seed, _work)
                : 0;
            var pores = OpenInnerPores(labels, voxels);
            var binder = (long)Math.Round(_parameters.BinderFraction * _shape.VoxelCount);
            PlaceBinder(labels, packing, rough, reach, nearest, sums, binder);
            _work.For(_shape.Depth, z => labels.Slice(z).Replace(ElectrodeLabels.Inner, ElectrodeLabels.Pore));
            return new Electrode
            {
                Labels = labels,
                Numbers = _parameters.ParticleNumbers ? Number(labels, packing, rough, active) : null,
                Packing = packing,
                Offset = active,
                OverlapVoxels = overlap,
                ParticleVoxels = voxels,
                CrackVoxels = cracks,
                InnerPoreVoxels = pores,
                BinderVoxels = binder,
            };
        }
        catch
        {
            labels.Dispose();
            throw;
        }
    }

    private bool NeedsSums => _parameters is { BinderFraction: > 0, Placement: BinderPlacement.Bridges };

    private double Voxels(double micrometres) => micrometres / _parameters.VoxelSize;

    private PackingOutcome Pack(double volume)
    {
        if (_parameters.ActiveFraction == 0)
            return new PackingOutcome([], 1, 0, [], 0, 0);
        var isSphere = _parameters.Particles == ParticleKind.Sphere;
        var law = new ParticleLaw
        {
            Sizes = _parameters.SizeDistribution(_parameters.VoxelSize),
            Elongation = isSphere ? 1 : _parameters.Elongation,
            ElongationSpread = _parameters.ElongationDeviation,
            Flatness = isSphere ? 1 : _parameters.Flatness,
            FlatnessSpread = _parameters.FlatnessDeviation,
            Orientation = _parameters.Orientation,
            Order = _parameters.Order,
        };
        var mean = Math.PI / 6 * law.Sizes.MeanCube;
        if (volume < 0.5 * mean)
            throw new UserException($"{_parameters.ActiveFraction} of the volume is not even half a particle of mean size; give a greater shape or voxel size, smaller particles, or ask for more.");
        var particles = law.Draw(volume, _parameters.Seed);
        CheckSizes(particles);
        var placed = FirstPlaces.Throw(particles, _box, new FractionProfile(_parameters.Profile, _parameters.Layers), _parameters.Seed);
        return new Packing(placed, _box, _parameters.ContactDepth, turns: _parameters.Orientation == Orientation.Isotropic, _work).Relax(volume / _box.Volume);
    }

    private void CheckSizes(Particle[] particles)
    {
        var least = Math.Min(_box.Lengths.Z, Math.Min(_box.Lengths.Y, _box.Lengths.X));
        var longest = 2 * particles[0].Reach;
        if (longest >= least)
            throw new UserException($"The longest particle of {longest * _parameters.VoxelSize:0.###} µm does not fit into a volume that is {least * _parameters.VoxelSize:0.###} µm "
                + "thin; give a greater shape or voxel size, smaller particles, or a greatest diameter.");
        var mean = particles.Average(particle => 2 * particle.Radius);
        if (mean < 3)
            throw new UserException($"Particles of {mean:0.##} voxels in diameter do not show in voxels; take a smaller voxel size or larger particles.");
    }

    private RoughSurface? Rough(PackingOutcome packing) => _parameters is { Particles: ParticleKind.Rough, Roughness: > 0 }
        ? new RoughSurface(packing.Particles.Length, _parameters.Roughness, _parameters.RoughnessDecay, _parameters.Seed, _work)
        : null;

    // A first guess of how far from particles binder will lie.
    private double BinderReach(PackingOutcome packing)
    {
        if (_parameters.BinderFraction == 0 || _parameters.Placement is BinderPlacement.Energy or BinderPlacement.Field || packing.Particles.Length == 0)
            return 3;
        var surface = packing.Particles.Sum(particle => 4 * Math.PI * particle.Radius * particle.Radius);
        var film = _parameters.BinderFraction * _box.Volume / surface;
        var thickness = _parameters.Placement == BinderPlacement.Coating ? 2 * film : 4 * film;
        return 3 + thickness + (2 * Voxels(_parameters.Unevenness));
    }

    // Fills the distances; gives the voxels inside of a particle, and of two.
    private (long Union, long Overlap) Measure(PackingOutcome packing, RoughSurface? rough, double reach, Volume<float> nearest, Volume<float>? sums)
    {
        var distances = new ParticleDistances(packing.Particles, _box, _shape, reach, rough);
        var counts = new (long Union, long Overlap)[_shape.Depth];
        var done = 0;
        _work.For(_shape.Depth, z =>
        {
            var second = sums is null ? new float[_shape.SliceLength] : sums.Slice(z);
            var first = nearest.Slice(z);
            distances.Slice(z, first, second);
            for (var i = 0; i < first.Length; i++)
            {
                counts[z].Union += first[i] < 0 ? 1 : 0;
                counts[z].Overlap += second[i] < 0 ? 1 : 0;
            }
            if (sums is not null)
                System.Numerics.Tensors.TensorPrimitives.Add(first, second, second);
            _work.Report(Interlocked.Increment(ref done) / (double)_shape.Depth, "drawing particles");
        });
        return (counts.Sum(each => each.Union), counts.Sum(each => each.Overlap));
    }

    private Volume<ushort> Number(LabelVolume labels, PackingOutcome packing, RoughSurface? rough, double offset)
    {
        if (packing.Particles.Length > ushort.MaxValue)
            throw new UserException($"There are {packing.Particles.Length} particles, more than the {ushort.MaxValue} that a layer of numbers holds; make the volume smaller or the particles larger.");
        var distances = new ParticleDistances(packing.Particles, _box, _shape, Math.Max(offset, 0) + 2, rough);
        var numbers = new Volume<ushort>(_shape, labels.Spacing);
        _work.For(_shape.Depth, z =>
        {
            var slice = numbers.Slice(z);
            distances.Slice(z, new float[slice.Length], new float[slice.Length], slice);
            var of = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = of[i] == ElectrodeLabels.Active ? slice[i] : (ushort)0;
        });
        return numbers;
    }

    // Gives the distance up to which voxels are active material.
    private double FillActive(LabelVolume labels, Volume<float> nearest, long voxels)
    {
        if (RankSelection.Lowest(_shape.Depth, z => nearest.Slice(z), voxels, _work) is not { } chosen)
            throw new InvalidOperationException($"Fewer than {voxels} voxels lie near a particle.");
        _work.For(_shape.Depth, z => chosen.Mark(z, nearest.Slice(z), labels.Slice(z), ElectrodeLabels.Active));
        return float.IsNegativeInfinity(chosen.Threshold) ? 0 : chosen.Threshold;
    }

    private long OpenInnerPores(LabelVolume labels, long particleVoxels)
    {
        var count = (long)Math.Round(_parameters.InnerPorosity * particleVoxels);
        if (count == 0)
            return 0;
        _work.Report(0, "opening pores inside of particles");
        var length = Voxels(_parameters.InnerPoreSize);
        using var scores = new Volume<float>(_shape);
        Score(labels, scores, ElectrodeLabels.Active, new PeriodicGaussianField(_shape, new Point3(length, length, length), new CounterRandom(_parameters.Seed, Streams.InnerPores)), null, 1);
        var chosen = RankSelection.Lowest(_shape.Depth, z => scores.Slice(z), count, _work)
            ?? throw new UserException($"Inner porosity {_parameters.InnerPorosity} and cracks leave nothing of the particles; lower one of them.");
        _work.For(_shape.Depth, z => chosen.Mark(z, scores.Slice(z), labels.Slice(z), ElectrodeLabels.Inner));
        return count;
    }

    private void PlaceBinder(LabelVolume labels, PackingOutcome packing, RoughSurface? rough, double reach, Volume<float> nearest, Volume<float>? sums, long count)
    {
        if (count == 0)
            return;
        if (_parameters.Placement == BinderPlacement.Energy && packing.Particles.Length > 0)
        {
            BinderGrowth.Grow(labels, _box, count, _parameters.Fingers, Voxels(_parameters.BinderLength), nearest, _parameters.Seed, _work);
            return;
        }
        _work.Report(0, "placing binder");
        var isField = _parameters.Placement == BinderPlacement.Field || packing.Particles.Length == 0;
        var (length, uneven) = (Voxels(_parameters.BinderLength), Voxels(_parameters.Unevenness));
        var field = isField || uneven > 0
            ? new PeriodicGaussianField(_shape, new Point3(length, length, length), new CounterRandom(_parameters.Seed, Streams.BinderField))
            : null;
        while (true)
        {
            var scores = sums ?? nearest;
            Score(labels, scores, ElectrodeLabels.Pore, field, isField ? null : scores, isField ? 1 : uneven);
            // Where too few voxels lie near enough, it is looked for farther out.
            if (RankSelection.Lowest(_shape.Depth, z => scores.Slice(z), count, _work) is { } chosen)
            {
                _work.For(_shape.Depth, z => chosen.Mark(z, scores.Slice(z), labels.Slice(z), ElectrodeLabels.Binder));
                return;
            }
            if (isField || reach > _box.Lengths.Z + _box.Lengths.Y + _box.Lengths.X)
                throw new UserException($"There are fewer than {count} pore voxels {(sums is null ? "" : "between two particles ")}for a carbon-binder domain of {_parameters.BinderFraction}; "
                    + $"lower it{(sums is null ? "" : ", or place it as a coating")}.");
            Measure(packing, rough, reach *= 2, nearest, sums);
        }
    }

    // Distance minus the field times its weight, wherever the label is the one; elsewhere infinite.
    private void Score(LabelVolume labels, Volume<float> scores, byte only, PeriodicGaussianField? field, Volume<float>? distances, double weight) => _work.For(_shape.Depth, z =>
    {
        var to = scores.Slice(z);
        var label = labels.Slice(z);
        var values = new float[_shape.SliceLength];
        field?.Slice(z, values);
        for (var i = 0; i < values.Length; i++)
            to[i] = label[i] == only ? (distances is null ? 0 : to[i]) - ((float)weight * values[i]) : float.PositiveInfinity;
    });
}
