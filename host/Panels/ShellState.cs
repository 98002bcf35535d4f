using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How the window stands apart from what it shows.</summary>
internal sealed class ShellState
{
    public bool WantsToQuit { get; set; }

    public bool ShowSide { get; set; } = true;

    /// <summary>Widths of the side panels in units of the design.</summary>
    public float LeftWidth { get; set; } = 285;

    /// <inheritdoc cref="LeftWidth"/>
    public float RightWidth { get; set; } = 340;

    /// <summary>Pixels of one unit of the design.</summary>
    public float Scale { get; set; } = 1;

    /// <summary>The scale to go over to before the next frame, or null.</summary>
    public float? WantedScale { get; set; }

    /// <summary>Whether the command palette shall open.</summary>
    public bool WantsPalette { get; set; }

    public HelpPanel Help { get; } = new();

    public static void ResetViews(Workbench bench, ViewState views)
    {
        bench.ShowAll();
        views.Reset();
    }

    /// <summary>Steps through the slices of the axis that the keys belong to.</summary>
    public static void Step(Workbench bench, ViewState views, int by)
    {
        by *= views.Player.Step;
        var viewer = bench.Viewer;
        if ((viewer.Layout == ViewLayout.ObliquePlane || (views.KeysAreOblique && viewer.Layout == ViewLayout.Oblique)) && ObliqueSteps.Of(viewer) is { } positions)
        {
            viewer.Cursor = positions.At(viewer.Cursor, positions.Index(viewer.Cursor) + by);
            return;
        }
        if (SliceSteps.Of(viewer, AxisOf(bench, views)) is { } steps)
            viewer.Cursor = steps.At(viewer.Cursor, steps.Index(viewer.Cursor) + by);
    }

    /// <summary>The axis whose slices keys move through.</summary>
    public static Axis AxisOf(Workbench bench, ViewState views) => bench.Viewer.Layout switch
    {
        ViewLayout.SliceZ => Axis.Z,
        ViewLayout.SliceY => Axis.Y,
        ViewLayout.SliceX => Axis.X,
        _ => views.KeyAxis,
    };
}
