namespace VolumeViewer.Host.Panels;

/// <summary>The tabs of the panel of runs.</summary>
internal enum RunsTab
{
    Queue,
    Curves,
    Table,
    Scatter,
    Preview,
}
