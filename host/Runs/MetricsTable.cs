using System.Text;

namespace VolumeViewer.Host.Runs;

/// <summary>The numbers of a metrics.csv: a line of names, then a row for each epoch. Whatever is no number is NaN.</summary>
/// <param name="Columns">The names, each once.</param>
/// <param name="Rows">As many numbers as there are columns.</param>
internal sealed record MetricsTable(IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows)
{
    public static MetricsTable Empty { get; } = new([], []);

    /// <summary>Reads a file that another program may be writing; a row that is not whole yet is left out.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static MetricsTable Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>The same from a text.</summary>
    public static MetricsTable Parse(string text)
    {
        var lines = text.Split('\n').ToList();
        // What stands behind the last line break is being written.
        if (lines.Count < 2)
            return Empty;
        lines.RemoveAt(lines.Count - 1);
        var names = Unique(Cells(lines[0]));
        var rows = lines.Skip(1).Select(Cells).Where(cells => cells.Count == names.Count)
            .Select(cells => cells.Select(cell => double.TryParse(cell, out var number) ? number : double.NaN).ToArray());
        return new MetricsTable(names, [.. rows]);
    }

    /// <summary>The column of a name, or −1; letters may be large or small.</summary>
    public int Find(string name) => Columns.ToList().FindIndex(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The numbers of a column; empty where there is no such column.</summary>
    public IReadOnlyList<double> Column(string name) => Find(name) is var column and >= 0 ? [.. Rows.Select(row => row[column])] : [];

    /// <summary>The last number of a column, or null.</summary>
    public double? Last(string name) => Column(name).Where(double.IsFinite).Cast<double?>().LastOrDefault();

    /// <summary>The best number of a column among the rows whose counter is not above a limit, or null.</summary>
    public double? Best(string name, bool isLowBetter, string counter = "", double limit = double.PositiveInfinity)
    {
        var (values, counts) = (Column(name), Column(counter));
        var fitting = values.Where((value, row) => double.IsFinite(value) && (counts.Count == 0 || !(counts[row] > limit))).ToList();
        return fitting.Count == 0 ? null : isLowBetter ? fitting.Min() : fitting.Max();
    }

    private static List<string> Unique(List<string> names)
    {
        var unique = new List<string>();
        foreach (var name in names)
        {
            var free = name;
            for (var number = 2; unique.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
                free = $"{name} {number}";
            unique.Add(free);
        }
        return unique;
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        line = line.TrimEnd('\r');
        for (var place = 0; place < line.Length; place++)
        {
            var letter = line[place];
            if (letter == '"' && isQuoted && place + 1 < line.Length && line[place + 1] == '"')
                cell.Append(line[++place]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(letter);
        }
        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
