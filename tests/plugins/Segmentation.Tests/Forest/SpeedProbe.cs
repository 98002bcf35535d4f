using System.Diagnostics;
using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;
using Xunit.Abstractions;
namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;
public class SpeedProbe(ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        using var source = VolumeFiles.Open(Repository.File("samples/data/segmentpy-nmc/1.tif"));
        using var labelSource = VolumeFiles.Open(Repository.File("samples/data/segmentpy-nmc/1_label.tif"));
        var small = new Volume<float>(new VolumeShape(1, 512, 512));
        var row = new float[source.Shape.SliceLength]; source.ReadSlice(0, row);
        var lab = new float[source.Shape.SliceLength]; labelSource.ReadSlice(0, lab);
        var truth = new byte[512 * 512];
        for (var y = 0; y < 512; y++) for (var x = 0; x < 512; x++) { small[0, y, x] = row[Math.Min(y, 498) * 601 + x]; truth[y * 512 + x] = (byte)lab[Math.Min(y, 498) * 601 + x]; }
        var statistics = IntensityStatistics.Measure(small);
        foreach (double[] scales in new double[][] { [1, 2, 4, 8, 16], [1, 2, 4, 8] })
        {
            var settings = new FeatureSettings(scales, FeatureKinds.All, 2);
            for (var repeat = 0; repeat < 6; repeat++)
            {
                var clock = Stopwatch.StartNew();
                var engine = new FeatureEngine(small, statistics, new GreyScaling(GreyNormalisation.SliceZScore), settings, new Tile(0, 0, 512, 512));
                var planes = engine.Measure(0, default);
                var features = clock.Elapsed.TotalSeconds; clock.Restart();
                var rows = new List<float>(); var labels = new List<byte>(); var one = new float[settings.Count];
                for (var i = 0; i < truth.Length; i++) if ((i / 512 % 40 < 4) && (i % 512 % 100 < 40)) { planes.Gather(i, one); rows.AddRange(one); labels.Add(truth[i]); }
                var set = TrainingSet.Of(rows.ToArray(), [.. labels], settings.Count, 3);
                var gather = clock.Elapsed.TotalSeconds; clock.Restart();
                var trained = ForestTrainer.Train(set, new ForestOptions(100) { MinLeaf = 2, Balance = false });
                var train = clock.Elapsed.TotalSeconds; clock.Restart();
                var correct = 0;
                ForestApplication.ForEachRun(trained.Forest, planes, new Tile(0, 0, 512, 512), (y, x, p) => { var c = 0; for (var v = 0; v < p.Length / 3; v++) { var e = p.Slice(v * 3, 3); var b = e[1] > e[0] ? 1 : 0; if (e[2] > e[b]) b = 2; if (b == truth[y * 512 + x + v]) c++; } Interlocked.Add(ref correct, c); }, default);
                var apply = clock.Elapsed.TotalSeconds;
                output.WriteLine($"{settings.Count} features {features:0.000} s, {labels.Count} voxels gather {gather:0.000}, train {train:0.000} (leaves {trained.Forest.Leaves}, oob {trained.OutOfBagAccuracy:0.0000}), apply {apply:0.000}, accuracy {correct / 262144.0:0.000}");
            }
        }
    }
}
