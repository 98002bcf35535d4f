namespace VolumeViewer.Host.Queue;

/// <summary>Which combinations of the values are run.</summary>
internal enum SearchKind
{
    /// <summary>All of them.</summary>
    Grid,

    /// <summary>Some, drawn at random.</summary>
    Random,

    /// <summary>Some drawn at random (or all, where there are lists alone); all get a little, and the better ones more.</summary>
    Halving,
}
