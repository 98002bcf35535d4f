using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Tables of results as the window draws them.</summary>
[Collection("window")]
public sealed class TableWindowTests
{
    // Long names of rows leave the numbers their room in the narrow panel at the side, and stay where they are when it is scrolled.
    [DisplayFact]
    public void Table_WithLongNames_ShowsItsFirstNumbers()
    {
        var table = new Table("real and twin", new("quantity"), new("real", Format: "0.000"), new("twin", Format: "0.000"), new("unit"))
            .Add("noise, correlation of neighbouring voxels in a slice", 0.938, 0.965, "of the range of greys");
        var viewer = Scenes.Viewer("a");
        TableLook? look = null;
        Run(viewer,
            Do(loop =>
            {
                loop.Bench.Results.Add("Twin", [table], []);
                loop.Bench.WantedTab = SideTab.Results;
            }),
            loop => (look = loop.Bench.Results.Items[0].TableLook).Headings.ContainsKey("twin"));

        // The window is 1100 wide, and the panel stands at its right.
        Assert.InRange(look!.Headings["twin"].Max.X, look.Headings["real"].Max.X, 1100);
    }
}
