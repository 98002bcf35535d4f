namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Draws the axes of fibres as chains of short straight pieces.</summary>
/// <param name="orientation">Which way they run.</param>
/// <param name="order">How strongly, from 0 to 1.</param>
/// <param name="bending">Length over which a fibre forgets its direction, in voxels; 0 for straight ones.</param>
/// <param name="seed">The user's.</param>
internal sealed class FibrePaths(FibreOrientation orientation, double order, double bending, long seed)
{
    private readonly double _stretch = OrientationLaw.Stretch(order);
    private readonly CounterRandom _random = new(seed, Streams.Fibres);
    private readonly CounterRandom _bends = new(seed, Streams.Bends);

    /// <summary>A straight piece.</summary>
    public readonly record struct Piece(Point3 From, Point3 Along, double Length);

    /// <summary>The pieces of one fibre, which begins anywhere in the box.</summary>
    public IEnumerable<Piece> Draw(int fibre, double length, double pieceLength, Box box)
    {
        var (z, y) = _random.Uniforms(4L * fibre);
        var at = new Point3(z * box.Lengths.Z, y * box.Lengths.Y, _random.Uniform((4L * fibre) + 1) * box.Lengths.X);
        var direction = Direction((4L * fibre) + 2);
        var pieces = Math.Max(1, (int)Math.Ceiling(length / pieceLength));
        var step = length / pieces;
        // Turns by normal angles in both directions across: ⟨cos⟩ falls by exp(−σ²) a step, which is to be exp(−step/bending).
        var turn = bending > 0 ? Math.Sqrt(step / bending) : 0;
        for (var i = 0; i < pieces; i++)
        {
            yield return new Piece(at, direction, step);
            at = box.Wrap(at + (step * direction));
            if (turn > 0)
                direction = Bend(direction, turn, ((long)fibre << 24) + i);
        }
    }

    private Point3 Direction(long index)
    {
        var (z, y, x) = _random.Direction(index);
        var uniform = new Point3(z, y, x);
        return orientation switch
        {
            FibreOrientation.Isotropic => uniform,
            // Pressed flat: z shrinks instead of being drawn out.
            FibreOrientation.InPlane => new Point3(uniform.Z * (1 - order), uniform.Y, uniform.X).Normalised(),
            FibreOrientation.AlongY => OrientationLaw.Draw(Structures.Orientation.AlongY, _stretch, uniform, 0).Long,
            FibreOrientation.AlongX => OrientationLaw.Draw(Structures.Orientation.AlongX, _stretch, uniform, 0).Long,
            _ => OrientationLaw.Draw(Structures.Orientation.AlongZ, _stretch, uniform, 0).Long,
        };
    }

    private Point3 Bend(Point3 direction, double turn, long index)
    {
        var (first, second) = _bends.Normals(index);
        var across = direction.Across();
        // Fibres that lie wholly in the plane bend in it alone, twice as much in variance.
        var bent = orientation == FibreOrientation.InPlane && order >= 1
            ? Turned(direction, new Point3(0, -direction.X, direction.Y), Math.Sqrt(2) * turn * first)
            : Turned(Turned(direction, across, turn * first), direction.Cross(across), turn * second);
        return bent.Normalised();
    }

    private static Point3 Turned(Point3 direction, Point3 to, double angle) => (Math.Cos(angle) * direction) + (Math.Sin(angle) * to);
}
