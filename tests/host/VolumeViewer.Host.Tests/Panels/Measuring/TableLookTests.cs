using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels.Measuring;

public sealed class TableLookTests
{
    private static Table Numbers() => new Table("numbers", new("name"), new("value"))
        .Add("a", 2.0).Add("b", double.NaN).Add("c", 1L).Add("d", 2.0).Add("e", null).Add("f", -3f).Add("g", 2.0);

    private static string Names(TableLook look, Table table) => string.Concat(look.Rows(table).Select(row => table.Rows[row][0]));

    [Fact]
    public void Sort_OfEqualCells_KeepsTheirOrderAndPutsWhatIsNoNumberLast()
    {
        var (look, table) = (new TableLook(), Numbers());
        look.SortBy(1);
        Assert.Equal("fcadgbe", Names(look, table));
        look.SortBy(1);
        Assert.Equal("adgcfbe", Names(look, table));
        look.SortBy(1);
        Assert.Equal("abcdefg", Names(look, table));
    }

    [Fact]
    public void Filter_OfWords_ShowsRowsThatHaveThemAll()
    {
        var (look, table) = (new TableLook { Filter = "2 D" }, Numbers());
        Assert.Equal("d", Names(look, table));
        look.Filter = "nothing";
        Assert.Empty(look.Rows(table));
        table.Add("nothing", 1);
        Assert.Equal([7], look.Rows(table));
    }

    [Fact]
    public void Taken_OfSelectedRows_AreThoseInTheOrderShown()
    {
        var (look, table) = (new TableLook(), Numbers());
        look.SortBy(1);
        look.Click(table, 2, isCtrl: false, isShift: false);
        look.Click(table, 3, isCtrl: false, isShift: true);
        // From c to d in the order shown: c, a, d.
        Assert.Equal("cad", string.Concat(look.Taken(table).Rows.Select(row => row[0])));
        look.Click(table, 0, isCtrl: true, isShift: false);
        Assert.Equal("cd", string.Concat(look.Taken(table).Rows.Select(row => row[0])));
        look.Click(table, 5, isCtrl: false, isShift: false);
        look.Click(table, 5, isCtrl: false, isShift: false);
        Assert.Equal(7, look.Taken(table).Rows.Count);
    }

    [Fact]
    public void Csv_OfCellsWithCommasQuotesAndLines_IsQuotedAsTheStandardAsks()
    {
        var table = new Table("t", new("a, b"), new("length", "µm")).Add("say \"x\"", 0.1).Add("two\nlines", null);

        Assert.Equal("\"a, b\",length [µm]\r\n\"say \"\"x\"\"\",0.1\r\n\"two\nlines\",\r\n", ResultWriter.CsvLines(table, "\r\n"));
    }

    [Theory]
    [InlineData(new[] { 60f, 60, 60 }, 200, "3")]
    [InlineData(new[] { 60f, 60, 60 }, 170, "1 2")]
    [InlineData(new[] { 60f, 60, 60, 60, 60, 60, 60, 60 }, 300, "4 4")]
    [InlineData(new[] { 60f, 60 }, 0, "1 1")]
    public void Rows_OfTabs_AreAsFewAndAsEvenAsCanBe(float[] widths, float room, string expected) => Assert.Equal(expected, string.Join(' ', TabStrip.Rows(widths, room)));
}
