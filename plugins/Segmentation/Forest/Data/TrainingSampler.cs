using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Gathers the features of labelled voxels. Where there are more than wanted, a random part of them is taken, the same for the same seed.</summary>
/// <param name="settings">What is measured.</param>
/// <param name="scaling">Makes the greys comparable.</param>
/// <param name="most">At most about so many voxels.</param>
/// <param name="seed">Of the choice.</param>
internal sealed class TrainingSampler(FeatureSettings settings, GreyScaling scaling, int most, int seed)
{
    /// <summary>Labelled voxels of each phase, taken or not.</summary>
    public long[] Labelled { get; private set; } = [];

    /// <exception cref="UserException">Fewer than two phases are labelled.</exception>
    public TrainingSet Gather(IReadOnlyList<LabelledImage> images, PhaseTable phases, Action<double> progress, CancellationToken cancellationToken)
    {
        Labelled = new long[phases.Count];
        foreach (var image in images)
        {
            var labels = new byte[image.Volume.Shape.SliceLength];
            foreach (var z in image.Slices)
            {
                cancellationToken.ThrowIfCancellationRequested();
                image.Labels(z, labels);
                foreach (var label in labels)
                {
                    if (label != LabelVolume.Unlabelled)
                        Labelled[label]++;
                }
            }
        }
        CheckPhases(Labelled, phases);
        var share = most / (double)Labelled.Sum();
        var (rows, found) = (new List<float>(), new List<byte>());
        var features = new float[settings.Count];
        var (done, all) = (0, images.Sum(image => image.Slices.Count));
        // Numbers the slices of all images, so that no two draw the same.
        var place = 0L;
        foreach (var image in images)
        {
            var shape = image.Volume.Shape;
            var labels = new byte[shape.SliceLength];
            var engines = new Dictionary<Tile, FeatureEngine>();
            foreach (var z in image.Slices)
            {
                image.Labels(z, labels);
                foreach (var tile in Tile.Cover(shape))
                {
                    var taken = Taken(tile);
                    if (taken.Count == 0)
                        continue;
                    if (!engines.TryGetValue(tile, out var engine))
                        engines[tile] = engine = new FeatureEngine(image.Volume, image.Statistics, scaling, settings, tile);
                    var planes = engine.Measure(z, cancellationToken);
                    foreach (var (voxel, label) in taken)
                    {
                        planes.Gather(voxel, features);
                        rows.AddRange(features);
                        found.Add(label);
                    }
                }
                place += shape.SliceLength;
                progress(++done / (double)all);
            }

            List<(int Voxel, byte Label)> Taken(Tile tile)
            {
                var taken = new List<(int, byte)>();
                for (var y = 0; y < tile.Height; y++)
                {
                    for (var x = 0; x < tile.Width; x++)
                    {
                        var voxel = ((tile.Y + y) * shape.Width) + tile.X + x;
                        if (labels[voxel] != LabelVolume.Unlabelled && (share >= 1 || SplitMix.At(seed, place + voxel) < share))
                            taken.Add(((y * tile.Width) + x, labels[voxel]));
                    }
                }
                return taken;
            }
        }
        return TrainingSet.Of(rows.ToArray(), [.. found], settings.Count, phases.Count);
    }

    /// <exception cref="UserException">Fewer than two phases are labelled.</exception>
    public static void CheckPhases(IReadOnlyList<long> labelled, PhaseTable phases)
    {
        var present = phases.Where((_, label) => labelled[label] > 0).Select(phase => phase.Name).ToList();
        if (present.Count < 2)
        {
            throw new UserException(present.Count == 0
                ? "No voxel is labelled. Label a few voxels of every phase."
                : $"Only the phase '{present[0]}' is labelled; there is nothing to tell apart. Label a few voxels of another phase too.");
        }
    }
}
