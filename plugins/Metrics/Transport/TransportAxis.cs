namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Along which axes transport is solved.</summary>
internal enum TransportAxis
{
    Z,
    Y,
    X,
    All,
}
