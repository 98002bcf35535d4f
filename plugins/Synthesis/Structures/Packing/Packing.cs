namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Packs particles to a given fraction: all of them are thrown in at once and push each other apart until none overlaps more than allowed. Forces are
/// proportional to the overlap (soft repulsion, as in O'Hern et al., Phys. Rev. E 68 (2003) 011306) and are followed by the fast inertial relaxation engine
/// (Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201). Spheres jam near 64 %, of mixed sizes above; where all is jammed, the particles shrink together until
/// they fit, as in force-biased packing. Ellipsoids may turn as they are pushed, or keep their directions.
/// </summary>
internal sealed class Packing
{
    private const int PartLength = 1024;
    private const int StepsBeforeShrinking = 1000;
    private const int StepsBetweenShrinking = 120;
    private const double ShrinkFactor = 0.995;
    private const double FirstTimeStep = 0.1;
    private const double MostTimeStep = 0.35;
    private const double FirstMixing = 0.1;
    private const double TurnStep = 0.15;
    private const double MostTurn = 0.05;

    private readonly Particle[] _particles;
    private readonly SymmetricMatrix[] _shapes;
    private readonly double[] _radii;
    private readonly double[] _masses;
    private readonly double _meanRadius;
    private readonly bool _onlySpheres;
    private readonly Box _box;
    private readonly double _depth;
    private readonly bool _turns;
    private readonly Work _work;
    private readonly Point3[] _centres;
    private readonly Point3[] _velocities;
    private readonly Point3[] _forces;
    private readonly Point3[] _torques;
    private readonly Point3[] _listed;
    private Neighbours _near;
    private Point3[] _pushes = [];
    private (Point3 First, Point3 Second)[] _pairTorques = [];
    private double _scale = 1;

    /// <param name="particles">The longest reach first, with their first places.</param>
    /// <param name="box">The space; each particle must be shorter than it.</param>
    /// <param name="depth">How deep two may overlap, as a share of the smaller one's radius; 0 for not at all.</param>
    /// <param name="turns">Whether ellipsoids may turn.</param>
    /// <param name="work">Threads and progress.</param>
    public Packing(Particle[] particles, Box box, double depth, bool turns, Work work)
    {
        (_particles, _box, _depth, _work) = ([.. particles], box, depth, work);
        _shapes = [.. particles.Select(particle => particle.Shape)];
        _radii = [.. particles.Select(particle => particle.Radius)];
        _meanRadius = _radii.Average();
        // A large particle is pushed by many small ones at once; with its surface as its mass it does not overshoot.
        _masses = [.. _radii.Select(radius => Math.Max(1, Math.Pow(radius / _meanRadius, 2)))];
        _onlySpheres = particles.All(particle => particle.IsSphere);
        _turns = turns && !_onlySpheres;
        _torques = new Point3[particles.Length];
        _centres = [.. particles.Select(particle => particle.Centre)];
        (_velocities, _forces, _listed) = (new Point3[particles.Length], new Point3[particles.Length], new Point3[particles.Length]);
        _near = List();
    }

    private double Skin => 0.4 * _meanRadius;

    /// <summary>Relaxes until nothing overlaps more than allowed.</summary>
    /// <param name="fraction">The share of the box that the particles take, which says how much room there is to keep them a little apart.</param>
    public PackingOutcome Relax(double fraction)
    {
        // Aiming at a little more than needed makes the last overlaps vanish in finite time.
        var gap = Math.Clamp(Math.Cbrt(0.625 / fraction) - 1, 0.002, 0.015);
        var (timeStep, mixing, downhill, stage) = (FirstTimeStep, FirstMixing, 0, 0);
        for (var step = 0; ; step++, stage++)
        {
            if (step % 16 == 0)
                _work.Report(Math.Min(0.95, step / (double)StepsBeforeShrinking), $"packing {_particles.Length} particles, step {step}");
            if (HasMoved())
                _near = List();
            if (!Push(gap))
                return Outcome(step);
            if (stage > (_scale == 1 ? StepsBeforeShrinking : StepsBetweenShrinking))
                (_scale, stage) = (_scale * ShrinkFactor, 0);
            var (power, speed, pull) = (0.0, 0.0, 0.0);
            for (var i = 0; i < _forces.Length; i++)
            {
                power += _forces[i].Dot(_velocities[i]);
                speed += _velocities[i].Dot(_velocities[i]);
                pull += _forces[i].Dot(_forces[i]);
            }
            if (power > 0)
            {
                if (++downhill > 5)
                    (timeStep, mixing) = (Math.Min(timeStep * 1.1, MostTimeStep), mixing * 0.99);
            }
            else
                (timeStep, mixing, downhill) = (Math.Max(timeStep * 0.5, FirstTimeStep / 5), FirstMixing, 0);
            Move(timeStep, mixing, power > 0 ? Math.Sqrt(speed / pull) : 0, power <= 0);
        }
    }

    private void Move(double timeStep, double mixing, double turn, bool stop) => _work.ForParts(_centres.Length, PartLength, (from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            var velocity = stop ? default : ((1 - mixing) * _velocities[i]) + (mixing * turn * _forces[i]);
            velocity += timeStep / _masses[i] * _forces[i];
            var way = timeStep * velocity;
            // A particle that lies in the midst of another is thrown out with a great force.
            var (length, most) = (way.Length, 0.5 * _radii[i]);
            if (length > most)
                (velocity, way) = (most / length * velocity, most / length * way);
            _velocities[i] = velocity;
            _centres[i] += way;
            if (_turns)
                Turn(i);
        }
    });

    // Turns without inertia: a lever is never longer than the particle, so that a step in proportion to the torque over its stiffness settles.
    private void Turn(int i)
    {
        var angle = TurnStep / (_masses[i] * _radii[i] * _radii[i]) * _torques[i];
        var length = angle.Length;
        if (length < 1e-12)
            return;
        if (length > MostTurn)
            angle = MostTurn / length * angle;
        var along = (_particles[i].Long + angle.Cross(_particles[i].Long)).Normalised();
        var across = _particles[i].Short + angle.Cross(_particles[i].Short);
        across = (across - (across.Dot(along) * along)).Normalised();
        _particles[i] = _particles[i] with { Long = along, Short = across };
        _shapes[i] = _particles[i].Shape;
    }

    private bool HasMoved()
    {
        var most = 0.25 * Skin * Skin;
        for (var i = 0; i < _centres.Length; i++)
        {
            var way = _centres[i] - _listed[i];
            if (way.Dot(way) > most)
                return true;
        }
        return false;
    }

    private Neighbours List()
    {
        for (var i = 0; i < _centres.Length; i++)
            _listed[i] = _centres[i] = _box.Wrap(_centres[i]);
        var near = Neighbours.Find(_centres, [.. _particles.Select(particle => 1.02 * particle.Reach)], _box, Skin, _work);
        if (_pushes.Length < near.Pairs.Length)
            (_pushes, _pairTorques) = (new Point3[near.Pairs.Length], new (Point3, Point3)[_turns ? near.Pairs.Length : 0]);
        return near;
    }

    // Sets the forces; says whether any two particles overlap more than allowed, or one reaches into a wall.
    private bool Push(double gap)
    {
        var isAnyDeep = 0;
        _work.ForParts(_near.Pairs.Length, PartLength, (from, to) =>
        {
            for (var p = from; p < to; p++)
            {
                var (first, second) = (_radii[_near.Pairs[p].First], _radii[_near.Pairs[p].Second]);
                var factor = Factor(_near.Pairs[p], gap, out var normal, out var along, out var touch);
                // How deep they overlap along the normal, beyond what is allowed.
                var overlap = (along * ((_scale / factor) - 1)) - (_depth * _scale * Math.Min(first, second));
                var push = overlap + (gap * _scale * (first + second));
                _pushes[p] = push > 0 && factor < _scale * (1 + gap) ? push * normal : default;
                if (_turns)
                {
                    var between = _centres[_near.Pairs[p].Second] + _near.Pairs[p].Shift - _centres[_near.Pairs[p].First];
                    _pairTorques[p] = (_pushes[p].Cross(touch), (touch - between).Cross(_pushes[p]));
                }
                if (overlap > 0)
                    isAnyDeep = 1;
            }
        });
        _work.ForParts(_centres.Length, PartLength, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var force = default(Point3);
                for (var e = _near.Starts[i]; e < _near.Starts[i + 1]; e++)
                    force = _near.Entries[e] >= 0 ? force - _pushes[_near.Entries[e]] : force + _pushes[~_near.Entries[e]];
                _forces[i] = force + Walls(i, gap, ref isAnyDeep);
                if (_turns)
                    _torques[i] = Torque(i);
            }
        });
        return isAnyDeep != 0;
    }

    private Point3 Torque(int i)
    {
        var torque = default(Point3);
        for (var e = _near.Starts[i]; e < _near.Starts[i + 1]; e++)
            torque += _near.Entries[e] >= 0 ? _pairTorques[_near.Entries[e]].First : _pairTorques[~_near.Entries[e]].Second;
        return torque;
    }

    // By which factor the two would have to be scaled from their full size to touch, how far apart they are along the normal, and where they would touch.
    private double Factor(in Neighbours.Pair pair, double gap, out Point3 normal, out double along, out Point3 touch)
    {
        var between = _centres[pair.Second] + pair.Shift - _centres[pair.First];
        var distance = between.Length;
        if (distance < 1e-9)
            (between, distance) = (new Point3(1e-9, 0, 0), 1e-9);
        var (first, second) = (_radii[pair.First], _radii[pair.Second]);
        if (_onlySpheres || (_particles[pair.First].IsSphere && _particles[pair.Second].IsSphere))
        {
            (normal, along) = ((1 / distance) * between, distance);
            // A push on a sphere goes through its centre.
            touch = first / (first + second) * between;
            return distance / (first + second);
        }
        (normal, touch) = (default, default);
        along = distance;
        var most = _scale * (1 + gap);
        if (distance > most * (_particles[pair.First].Reach + _particles[pair.Second].Reach))
            return double.PositiveInfinity;
        var factor = EllipsoidContact.Factor(_shapes[pair.First], _shapes[pair.Second], between, first / (first + second), most, out normal, out touch);
        along = between.Dot(normal);
        return factor;
    }

    private Point3 Walls(int i, double gap, ref int isAnyDeep)
    {
        if (_box is { PeriodicAlongZ: true, PeriodicAcross: true })
            return default;
        var shape = _shapes[i];
        return new Point3(Wall(i, 0, shape.ZZ, gap, ref isAnyDeep), Wall(i, 1, shape.YY, gap, ref isAnyDeep), Wall(i, 2, shape.XX, gap, ref isAnyDeep));
    }

    private double Wall(int i, int axis, double square, double gap, ref int isAnyDeep)
    {
        if (_box.IsPeriodic(axis))
            return 0;
        var extent = _scale * Math.Sqrt(square);
        // Between two walls that are near there may be no room for a gap.
        var wanted = Math.Min(extent * (1 + gap), 0.5 * (extent + (_box.Lengths[axis] / 2)));
        var (low, high) = (_centres[i][axis], _box.Lengths[axis] - _centres[i][axis]);
        if (Math.Min(low, high) < extent)
            isAnyDeep = 1;
        return Math.Max(0, wanted - low) - Math.Max(0, wanted - high);
    }

    private PackingOutcome Outcome(int steps)
    {
        const double anyDistance = 0.5;
        var (contacts, deepest, overlaps) = (new int[_particles.Length], 0.0, 0);
        foreach (var pair in _near.Pairs)
        {
            var factor = Factor(pair, anyDistance, out _, out var along, out _) / _scale;
            if (along * (1 - (1 / factor)) < 1)
            {
                contacts[pair.First]++;
                contacts[pair.Second]++;
            }
            if (factor >= 1)
                continue;
            overlaps++;
            deepest = Math.Max(deepest, along * ((1 / factor) - 1) / (_scale * Math.Min(_radii[pair.First], _radii[pair.Second])));
        }
        var placed = _particles.Select((particle, i) => particle.Scaled(_scale) with { Centre = _box.Wrap(_centres[i]) });
        return new PackingOutcome([.. placed], _scale, steps, contacts, deepest, overlaps);
    }
}
