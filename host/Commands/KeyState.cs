namespace VolumeViewer.Host.Commands;

/// <summary>When a key belongs to a command. Of several that hold, the last one named here has the key.</summary>
internal enum KeyState
{
    /// <summary>Whatever is done.</summary>
    Always,

    /// <summary>While a brush is in the hand.</summary>
    Painting,

    /// <summary>While a layer of points is worked on.</summary>
    Points,

    /// <summary>While something is measured or a measurement is chosen.</summary>
    Measuring,
}
