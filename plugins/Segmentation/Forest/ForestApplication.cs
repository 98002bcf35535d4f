using System.Runtime.ExceptionServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Labels a volume by a forest, tile by tile and in each tile slice by slice: what it holds besides the results does not grow with the volume.</summary>
internal static class ForestApplication
{
    private const int Run = 1024;

    /// <summary>Labels every voxel; those without a grey value stay unlabelled.</summary>
    /// <param name="image">The greys.</param>
    /// <param name="model">The forest.</param>
    /// <param name="labels">Is filled.</param>
    /// <param name="probabilities">One per phase, or none.</param>
    /// <param name="uncertainty">Or null.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static void Label(
        ImageLayer image, ForestModel model, LabelVolume labels, IReadOnlyList<Volume<byte>> probabilities, Volume<byte>? uncertainty,
        Action<double> progress, CancellationToken cancellationToken)
    {
        var (shape, width) = (image.Shape, image.Shape.Width);
        var tiles = Tile.Cover(shape);
        var done = 0L;
        foreach (var tile in tiles)
        {
            var engine = new FeatureEngine(image.Volume, image.Statistics, model.Scaling, model.Features, tile);
            var planes = new FeaturePlanes(model.Features.Count, tile.Height, tile.Width);
            for (var slice = 0; slice < shape.Depth; slice++)
            {
                var z = slice;
                engine.Measure(z, planes, cancellationToken);
                ForEachRun(model.Forest, planes, new Tile(0, 0, tile.Height, tile.Width), (y, x, found) =>
                {
                    var place = ((tile.Y + y) * width) + tile.X + x;
                    Write(found, model.Phases.Count, labels.Slice(z)[place..], probabilities, uncertainty, z, place);
                }, cancellationToken);
                progress(++done / (double)(tiles.Count * shape.Depth));
            }
        }
        if (!image.Volume.VoxelType.IsInteger())
            LeaveGaps(image.Volume, labels, cancellationToken);
    }

    /// <summary>Applies a forest to the voxels of a part of a tile, on all cores.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="planes">Features of the tile.</param>
    /// <param name="part">Within the tile, counted from its corner.</param>
    /// <param name="take">Is given row, column, and the probabilities of the voxels from there on, by voxel and phase.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static void ForEachRun(RandomForest forest, FeaturePlanes planes, Tile part, RunResult take, CancellationToken cancellationToken)
    {
        // Whole rows are one run after another without a gap; runs of them may be longer than a row.
        var isWhole = part.Width == planes.Width;
        var (rows, length) = isWhole ? (1, part.Length) : (part.Height, part.Width);
        var runs = (length + Run - 1) / Run;
        try
        {
            Parallel.For(0, rows * runs, new ParallelOptions { CancellationToken = cancellationToken }, number =>
            {
                var (row, start) = (number / runs, number % runs * Run);
                var count = Math.Min(Run, length - start);
                var found = new float[count * forest.Phases];
                forest.Apply(planes, ((part.Y + row) * planes.Width) + part.X + start, count, found);
                for (var taken = 0; taken < count;)
                {
                    var (y, x) = isWhole ? (part.Y + ((start + taken) / part.Width), (start + taken) % part.Width) : (part.Y + row, part.X + start);
                    var inRow = Math.Min(count - taken, isWhole ? part.Width - x : count);
                    take(y, x, found.AsSpan(taken * forest.Phases, inRow * forest.Phases));
                    taken += inRow;
                }
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>Entropy of probabilities over that of all being equal, from 0 to 1.</summary>
    public static float Entropy(ReadOnlySpan<float> probabilities)
    {
        var entropy = 0f;
        foreach (var probability in probabilities)
        {
            if (probability > 0)
                entropy -= probability * MathF.Log(probability);
        }
        return probabilities.Length > 1 ? entropy / MathF.Log(probabilities.Length) : 0;
    }

    private static void Write(
        ReadOnlySpan<float> found, int phases, Span<byte> labels, IReadOnlyList<Volume<byte>> probabilities, Volume<byte>? uncertainty, int z, int place)
    {
        for (var voxel = 0; voxel < found.Length / phases; voxel++)
        {
            var each = found.Slice(voxel * phases, phases);
            var best = 0;
            for (var phase = 1; phase < phases; phase++)
                best = each[phase] > each[best] ? phase : best;
            labels[voxel] = (byte)best;
            for (var phase = 0; phase < probabilities.Count; phase++)
                probabilities[phase].Slice(z)[place + voxel] = ToByte(each[phase]);
            if (uncertainty is not null)
                uncertainty.Slice(z)[place + voxel] = ToByte(Entropy(each));
        }
    }

    private static byte ToByte(float share) => (byte)((Math.Clamp(share, 0, 1) * 255) + 0.5f);

    private static void LeaveGaps(IVolumeSource volume, LabelVolume labels, CancellationToken cancellationToken) => volume.ForEachSlice(z =>
    {
        var greys = new float[volume.Shape.SliceLength];
        volume.ReadSlice(z, greys);
        var slice = labels.Slice(z);
        for (var i = 0; i < greys.Length; i++)
        {
            if (!float.IsFinite(greys[i]))
                slice[i] = LabelVolume.Unlabelled;
        }
    }, cancellationToken);
}

/// <summary>Takes the probabilities of some voxels of a row, from column <paramref name="x"/> on.</summary>
internal delegate void RunResult(int y, int x, ReadOnlySpan<float> probabilities);
