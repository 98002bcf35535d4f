namespace VolumeViewer.Host.Panels;

/// <summary>What happens at the last slice.</summary>
internal enum PlayMode
{
    /// <summary>It goes on with the first.</summary>
    Loop,

    /// <summary>It goes back the way it came.</summary>
    BackAndForth,

    /// <summary>It stops.</summary>
    Once,
}
