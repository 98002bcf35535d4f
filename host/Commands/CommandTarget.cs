using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>What commands act on.</summary>
internal sealed record CommandTarget(Workbench Bench, ViewState Views, ShellState Shell)
{
    public Viewer Viewer => Bench.Viewer;

    public UndoHistory History => Bench.History;

    /// <summary>Brings a tab of the side panel to the front.</summary>
    public void Show(SideTab tab) => (Shell.ShowSide, Bench.WantedTab) = (true, tab);
}
