namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>The voxel grid of a slice in the beam, perhaps with more around the slice itself, of which each row is used from a first column to a last.</summary>
internal sealed class SliceGrid
{
    /// <param name="height">Rows of the slice.</param>
    /// <param name="width">Columns of the slice.</param>
    /// <param name="spacingY">Between rows.</param>
    /// <param name="spacingX">Between columns.</param>
    /// <param name="round">Whether the grid goes on around the slice, as far as a circle through its corners.</param>
    public SliceGrid(int height, int width, double spacingY, double spacingX, bool round)
    {
        (SpacingY, SpacingX) = (spacingY, spacingX);
        Reach = Math.Sqrt(Square(height * spacingY) + Square(width * spacingX)) / 2;
        Top = round ? (int)Math.Ceiling((Reach / spacingY) - (height / 2.0)) : 0;
        Left = round ? (int)Math.Ceiling((Reach / spacingX) - (width / 2.0)) : 0;
        (Height, Width) = (height + (2 * Top), width + (2 * Left));
        (CentreY, CentreX) = ((Height - 1) / 2.0, (Width - 1) / 2.0);
        RowStart = new int[Height];
        RowEnd = new int[Height];
        for (var y = 0; y < Height; y++)
        {
            var across = Square(Reach) - Square((y - CentreY) * spacingY);
            var half = round ? Math.Sqrt(Math.Max(across, 0)) / spacingX : Width;
            RowStart[y] = Math.Clamp((int)Math.Ceiling(CentreX - half), 0, Width);
            RowEnd[y] = Math.Clamp((int)Math.Floor(CentreX + half) + 1, RowStart[y], Width);
        }
    }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The row where the slice itself begins.</summary>
    public int Top { get; }

    /// <summary>The column where the slice itself begins.</summary>
    public int Left { get; }

    /// <summary>The row of the axis of rotation; half-way between voxels where their number is even.</summary>
    public double CentreY { get; }

    /// <summary>The column of the axis of rotation.</summary>
    public double CentreX { get; }

    /// <summary>Between rows.</summary>
    public double SpacingY { get; }

    /// <summary>Between columns.</summary>
    public double SpacingX { get; }

    /// <summary>From the axis to the corners of the slice.</summary>
    public double Reach { get; }

    /// <summary>The first column used, by row.</summary>
    public int[] RowStart { get; }

    /// <summary>Behind the last column used, by row.</summary>
    public int[] RowEnd { get; }

    private static double Square(double value) => value * value;
}
