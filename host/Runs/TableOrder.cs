using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>Orders and writes tables of runs.</summary>
internal static class TableOrder
{
    /// <summary>The column of a name, a part of a name that only one has, or of the most telling that have it.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public static int Find(Table table, string name)
    {
        var names = table.Columns.Select(column => column.Name).ToList();
        var exact = names.FindIndex(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
        if (exact < 0)
            exact = names.FindIndex(each => string.Equals(each, "best " + name, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : throw new UserException($"There is no column '{name}'; there are: {string.Join(", ", names)}.");
    }

    /// <summary>The rows in the order of a column: numbers before texts, and what is empty last, whichever way they run.</summary>
    public static IReadOnlyList<int> Rows(Table table, int column, bool isDescending)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).ToList();
        rows.Sort((one, other) =>
        {
            var (left, right) = (table.Rows[one][column], table.Rows[other][column]);
            var kinds = Kind(left).CompareTo(Kind(right));
            if (kinds != 0)
                return kinds;
            var order = left is null || right is null ? 0 : AsNumber(left) is { } number && AsNumber(right) is { } against ? number.CompareTo(against) : NaturalOrder.Instance.Compare(left.ToString(), right.ToString());
            return order != 0 ? (isDescending ? -order : order) : one.CompareTo(other);
        });
        return rows;
    }

    /// <summary>The same table with its rows in an order.</summary>
    public static Table Ordered(Table table, IEnumerable<int> rows)
    {
        var ordered = new Table(table.Title, table.Columns);
        foreach (var row in rows)
            ordered.Add(table.Rows[row]);
        return ordered;
    }

    private static int Kind(object? cell) => cell is null or double.NaN or float.NaN ? 2 : cell is string ? 1 : 0;

    private static double? AsNumber(object cell) => cell switch { double number => number, float number => number, int whole => whole, long whole => whole, _ => null };
}
