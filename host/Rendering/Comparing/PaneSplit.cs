using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The places of the pictures of a comparison within the room of one view. All have the same size, so that the same scale shows the same part.</summary>
internal static class PaneSplit
{
    /// <summary>Whether the sides stand beside each other; otherwise they share one place.</summary>
    public static bool IsSplit(Comparison? comparison) => comparison?.Mode is ComparisonMode.SideBySide or ComparisonMode.Grid;

    /// <summary>Places from the upper left corner, row by row.</summary>
    /// <param name="count">How many.</param>
    /// <param name="width">The room.</param>
    /// <param name="height">The room.</param>
    /// <param name="gap">Left free between two.</param>
    /// <param name="isGrid">Whether rows may follow each other; else all stand in one row.</param>
    public static IReadOnlyList<(int X, int Y, int Width, int Height)> Of(int count, int width, int height, int gap, bool isGrid)
    {
        var columns = isGrid ? Columns(count, width, height, gap) : count;
        var rows = (count + columns - 1) / columns;
        var (cellWidth, cellHeight) = (Math.Max(1, (width - ((columns - 1) * gap)) / columns), Math.Max(1, (height - ((rows - 1) * gap)) / rows));
        return [.. Enumerable.Range(0, count).Select(cell => ((cell % columns) * (cellWidth + gap), (cell / columns) * (cellHeight + gap), cellWidth, cellHeight))];
    }

    // The number with which a square picture becomes largest; rather beside than above each other.
    private static int Columns(int count, int width, int height, int gap) => Enumerable.Range(1, count).Reverse().MaxBy(columns =>
    {
        var rows = (count + columns - 1) / columns;
        return Math.Min((width - ((columns - 1) * gap)) / columns, (height - ((rows - 1) * gap)) / rows);
    });
}
