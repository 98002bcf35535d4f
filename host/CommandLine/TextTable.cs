using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>Tables as aligned text: words to the left, numbers to the right.</summary>
internal static class TextTable
{
    public static string Format(Table table)
    {
        var columns = table.Columns.Count;
        var widths = new int[columns];
        var isNumber = new bool[columns];
        for (var column = 0; column < columns; column++)
        {
            widths[column] = table.Columns[column].Heading.Length;
            for (var row = 0; row < table.Rows.Count; row++)
                widths[column] = Math.Max(widths[column], table.Text(row, column).Length);
            isNumber[column] = table.Rows.All(row => row[column] is not string) && table.Rows.Count > 0;
        }

        var text = new StringBuilder(table.Title).Append('\n');
        Line([.. table.Columns.Select(column => column.Heading)]);
        text.Append("  ").AppendJoin("  ", widths.Select(width => new string('─', width))).Append('\n');
        for (var row = 0; row < table.Rows.Count; row++)
            Line([.. Enumerable.Range(0, columns).Select(column => table.Text(row, column))]);
        return text.ToString();

        void Line(string[] cells)
        {
            var padded = cells.Select((cell, column) => isNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(("  " + string.Join("  ", padded)).TrimEnd()).Append('\n');
        }
    }
}
