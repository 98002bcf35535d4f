using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Places in tables: the columns z, y and x, in the unit of the volume's spacing.</summary>
internal static class TablePlaces
{
    /// <summary>Whether the rows of a table are places.</summary>
    public static bool Has(Table table) => Columns(table) is not null;

    /// <summary>The place of a row, or null if the table has none there.</summary>
    public static WorldPoint? At(Table table, int row) =>
        Columns(table) is var (z, y, x) && Number(table.Rows[row][z]) is { } down && Number(table.Rows[row][y]) is { } back && Number(table.Rows[row][x]) is { } across
            ? new WorldPoint(down, back, across) : null;

    private static (int Z, int Y, int X)? Columns(Table table)
    {
        var columns = table.Columns.ToList();
        // Without a unit they may be numbers of voxels, of which nobody knows the size.
        int Find(string name) => columns.FindIndex(column => column.Name == name && (column.Unit is "µm" or "voxel"));
        var (z, y, x) = (Find("z"), Find("y"), Find("x"));
        return z < 0 || y < 0 || x < 0 ? null : (z, y, x);
    }

    private static double? Number(object? cell) => cell switch { double number when double.IsFinite(number) => number, float number => number, int number => number, _ => null };
}
