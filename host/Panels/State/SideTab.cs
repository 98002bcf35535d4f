namespace VolumeViewer.Host.Panels;

/// <summary>The tabs of the side panel.</summary>
internal enum SideTab
{
    Jobs,
    Results,
    Curves,
    History,
    Plugins,
    Undo,
    Live,
    Measure,
    Cut,
    Texts,
    Points,
}
