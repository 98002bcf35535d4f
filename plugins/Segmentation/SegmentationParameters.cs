using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>What all segmentations by grey value have in common.</summary>
internal abstract record SegmentationParameters
{
    [Parameter("Median radius", Min = 0, Max = 1, Unit = "voxels",
        Help = "Smooths the greys first: 0 is off, 1 takes the median of 3×3×3 voxels (3×3 in a single slice).")]
    public int MedianRadius { get; init; }

    [Parameter("Brightest first", Help = "Numbers the phases from the brightest to the darkest instead of from the darkest to the brightest.")]
    public bool BrightestFirst { get; init; }
}
