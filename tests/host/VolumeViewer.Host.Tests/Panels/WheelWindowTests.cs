using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The wheel over what is scrolled within something that is scrolled.</summary>
[Collection("window")]
public sealed class WheelWindowTests
{
    [DisplayFact]
    public void TheWheelOverATableAtItsEnd_ScrollsThePanelOn()
    {
        var viewer = Scenes.Viewer("a");
        var (whileInside, afterEnd, backAtTop) = (-1f, -1f, -1f);
        var turns = 0;
        Vector2 Over(WindowLoop loop) => loop.Bench.Results.Items[0].TableLook.Headings["n"].Min + new Vector2(20, 90);
        var at = Vector2.Zero;
        bool TurnUntil(WindowLoop loop, int button, Func<bool> isThere)
        {
            if (isThere() || turns > 60)
                return true;
            turns++;
            new Pointer(loop.Title).Click(at, button);
            return false;
        }
        Run(viewer,
            Do(loop => loop.Bench.Accept("many rows", new OperationResult { Tables = [Rows("first"), Rows("second"), Rows("third"), Rows("fourth")] })),
            loop => loop.Bench.Results.Items.Count == 4 && loop.Bench.Results.Items[0].TableLook.Headings.ContainsKey("n"),
            Do(loop => at = Over(loop)),
            Do(loop => new Pointer(loop.Title).Click(at, Pointer.WheelDown)),
            Do(loop => new Pointer(loop.Title).Click(at, Pointer.WheelDown)),
            // What the table can still show comes first.
            Do(loop => whileInside = loop.Shell.Side.Results.Scroll),
            loop => TurnUntil(loop, Pointer.WheelDown, () => loop.Shell.Side.Results.Scroll > 60),
            Do(loop => afterEnd = loop.Shell.Side.Results.Scroll),
            Do(_ => turns = 0),
            loop => TurnUntil(loop, Pointer.WheelUp, () => loop.Shell.Side.Results.Scroll <= 0),
            Do(loop => backAtTop = loop.Shell.Side.Results.Scroll));

        Assert.Equal(0, whileInside);
        Assert.True(afterEnd > 60, $"The panel was scrolled to {afterEnd}.");
        Assert.Equal(0, backAtTop);
    }

    private static Table Rows(string title)
    {
        var table = new Table(title, new TableColumn("n"), new TableColumn("square"));
        for (var n = 0; n < 40; n++)
            table.Add(n, n * n);
        return table;
    }
}
