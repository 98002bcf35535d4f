namespace VolumeViewer.Plugins.Metrics.Connectivity;

/// <summary>The voxels of a component in a part of a volume: their number, and the box around them.</summary>
internal struct ComponentPart
{
    private (int Z, int Y, int X) _least;
    private (int Z, int Y, int X) _greatest;

    /// <summary>The label.</summary>
    public byte Label { get; private init; }

    /// <summary>How many voxels there are.</summary>
    public long Voxels { get; private set; }

    /// <summary>No voxels.</summary>
    public static ComponentPart None(byte label) =>
        new() { Label = label, _least = (int.MaxValue, int.MaxValue, int.MaxValue), _greatest = (int.MinValue, int.MinValue, int.MinValue) };

    /// <summary>Adds a run of voxels.</summary>
    /// <param name="z">Its slice.</param>
    /// <param name="y">Its row.</param>
    /// <param name="start">Its first column.</param>
    /// <param name="end">The column behind its last.</param>
    public void Add(int z, int y, int start, int end)
    {
        Voxels += end - start;
        Widen((z, y, start), (z, y, end - 1));
    }

    /// <summary>Adds another part.</summary>
    public void Add(ComponentPart other)
    {
        Voxels += other.Voxels;
        Widen(other._least, other._greatest);
    }

    /// <summary>The sides of the box around another part that this one touches.</summary>
    public readonly BoxSides SidesOf(ComponentPart box) =>
        (_least.Z == box._least.Z ? BoxSides.FirstZ : 0) | (_greatest.Z == box._greatest.Z ? BoxSides.LastZ : 0)
        | (_least.Y == box._least.Y ? BoxSides.FirstY : 0) | (_greatest.Y == box._greatest.Y ? BoxSides.LastY : 0)
        | (_least.X == box._least.X ? BoxSides.FirstX : 0) | (_greatest.X == box._greatest.X ? BoxSides.LastX : 0);

    private void Widen((int Z, int Y, int X) least, (int Z, int Y, int X) greatest)
    {
        _least = (Math.Min(_least.Z, least.Z), Math.Min(_least.Y, least.Y), Math.Min(_least.X, least.X));
        _greatest = (Math.Max(_greatest.Z, greatest.Z), Math.Max(_greatest.Y, greatest.Y), Math.Max(_greatest.X, greatest.X));
    }
}
