namespace VolumeViewer.Plugins.Segmentation;

/// <summary>A bin of a 2-D histogram that holds voxels.</summary>
/// <param name="Grey">Its place along the greys, in bins.</param>
/// <param name="Mean">Its place along the local means, in bins.</param>
/// <param name="Voxels">How many it holds.</param>
internal readonly record struct Cell(double Grey, double Mean, long Voxels)
{
    /// <summary>Squared distance to a centre.</summary>
    public double DistanceTo(Centre centre)
    {
        var (grey, mean) = (Grey - centre.Grey, Mean - centre.Mean);
        return (grey * grey) + (mean * mean);
    }
}

/// <summary>The middle of a cluster, in bins.</summary>
internal readonly record struct Centre(double Grey, double Mean);
