using VolumeViewer.Plugins.Segmentation.Forest;

namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;

public class ForestTests
{
    private const int Phases = 3;

    [Fact]
    public void Train_OnPhasesThatOneFeatureTellsApart_FindsThemAndThatFeature()
    {
        var (rows, labels) = Voxels(3000, 5, 1, (values, random) => values[3] < 0.3f ? (byte)0 : values[3] < 0.6f ? (byte)1 : (byte)2);
        var trained = ForestTrainer.Train(TrainingSet.Of(rows, labels, 5, Phases), new ForestOptions(30));
        Assert.InRange(trained.OutOfBagAccuracy, 0.99, 1);
        Assert.InRange(trained.Importances[3], 0.8, 1);
        Assert.Equal(1, trained.Importances.Sum(), 1e-9);
        var (others, truth) = Voxels(2000, 5, 2, (values, random) => values[3] < 0.3f ? (byte)0 : values[3] < 0.6f ? (byte)1 : (byte)2);
        var found = Apply(trained.Forest, others, 5);
        var right = truth.Where((label, i) => found[i][label] == found[i].Max()).Count();
        Assert.InRange(right / 2000.0, 0.985, 1);
        Assert.All(found, shares => Assert.Equal(1, shares.Sum(), 1e-4f));
    }

    // A checkerboard of two features: no single split helps, two do.
    [Fact]
    public void Train_OnACheckerboard_IsRightOutOfTheBag()
    {
        var (rows, labels) = Voxels(4000, 2, 7, (values, _) => (byte)(((int)(values[0] * 3) + (int)(values[1] * 3)) % 2));
        Assert.InRange(ForestTrainer.Train(TrainingSet.Of(rows, labels, 2, 2), new ForestOptions(40)).OutOfBagAccuracy, 0.96, 1);
    }

    [Fact]
    public void Train_OnLabelsOfPureChance_IsNoBetterThanChanceOutOfTheBag()
    {
        var (rows, labels) = Voxels(3000, 4, 5, (_, random) => (byte)random.Next(2));
        Assert.InRange(ForestTrainer.Train(TrainingSet.Of(rows, labels, 4, 2), new ForestOptions(40)).OutOfBagAccuracy, 0.45, 0.55);
    }

    [Fact]
    public void Train_WithEqualSeeds_GivesEqualForestsOnAnyNumberOfThreads()
    {
        var (rows, labels) = Voxels(800, 6, 3, (values, random) => (byte)(values[0] + (0.3f * random.NextSingle()) < 0.6f ? 0 : random.Next(1, 3)));
        var set = TrainingSet.Of(rows, labels, 6, Phases);
        var one = ForestTrainer.Train(set, new ForestOptions(16, Seed: 4));
        // One tree after the other, by one grower.
        var grower = new TreeGrower(set, new ForestOptions(16, Seed: 4));
        for (var number = 15; number >= 0; number--)
        {
            var tree = grower.Grow(number);
            Assert.Equal(one.Forest.Trees[number].Nodes, tree.Nodes);
            Assert.Equal(one.Forest.Trees[number].Shares, tree.Shares);
        }
        Assert.NotEqual(one.Forest.Trees[0].Nodes, ForestTrainer.Train(set, new ForestOptions(16, Seed: 5)).Forest.Trees[0].Nodes);
        Assert.Equal(one.OutOfBagAccuracy, ForestTrainer.Train(set, new ForestOptions(16, Seed: 4)).OutOfBagAccuracy);
    }

    [Fact]
    public void Grow_WithLimits_KeepsThem()
    {
        var (rows, labels) = Voxels(2000, 4, 8, (_, random) => (byte)random.Next(Phases));
        var set = TrainingSet.Of(rows, labels, 4, Phases);
        var tree = new TreeGrower(set, new ForestOptions { MaxDepth = 3 }).Grow(0);
        Assert.InRange(tree.Nodes.Length, 3, 15);
        var grower = new TreeGrower(set, new ForestOptions { MinLeaf = 100, Balance = false });
        tree = grower.Grow(0);
        Assert.InRange(tree.Shares.Length / Phases, 2, 20);
    }

    [Fact]
    public void Train_WithBalance_FindsARarePhaseMoreOften()
    {
        var (rows, labels) = Voxels(6000, 1, 6, (values, random) => (byte)(random.NextSingle() < 0.12f * values[0] ? 1 : 0));
        var set = TrainingSet.Of(rows, labels, 1, 2);
        Assert.True(Share(balance: true) > 0.4, $"{Share(balance: true)}");
        Assert.True(Share(balance: false) < 0.02, $"{Share(balance: false)}");

        // Share of voxels with the feature near its greatest value that are given the rare phase.
        double Share(bool balance)
        {
            var forest = ForestTrainer.Train(set, new ForestOptions(20) { Balance = balance, MinLeaf = 50 }).Forest;
            return Apply(forest, Enumerable.Range(0, 100).Select(i => 0.8f + (0.002f * i)).ToArray(), 1).Count(shares => shares[1] > shares[0]) / 100.0;
        }
    }

    // Five phases take two vectors a leaf; 301 voxels end in the middle of a block.
    [Fact]
    public void Apply_OnManyPhasesAndRemainders_AgreesWithEachTreeAlone()
    {
        var (rows, labels) = Voxels(900, 7, 12, (values, random) => (byte)(values[2] * 4.999f));
        var forest = ForestTrainer.Train(TrainingSet.Of(rows, labels, 7, 5), new ForestOptions(9)).Forest;
        var (others, _) = Voxels(301, 7, 13, (_, _) => 0);
        var codes = new byte[7][];
        for (var feature = 0; feature < 7; feature++)
        {
            codes[feature] = new byte[301];
            for (var voxel = 0; voxel < 301; voxel++)
                codes[feature][voxel] = (byte)forest.Bins.Of(feature).ToArray().Count(edge => edge < others[(voxel * 7) + feature]);
        }
        var found = Apply(forest, others, 7);
        for (var voxel = 0; voxel < 301; voxel++)
        {
            for (var phase = 0; phase < 5; phase++)
                Assert.Equal(forest.Trees.Average(tree => tree.Shares[(tree.Find(codes, voxel) * 5) + phase]), found[voxel][phase], 1e-6f);
        }
    }

    [Fact]
    public void Bins_OfFewDistinctValues_TellEachApart()
    {
        float[] values = [5, 1, 1, 3, 5, 3, 1];
        var bins = FeatureBins.Fit(values, 1);
        Assert.Equal([2f, 4f], bins.Of(0)[..2].ToArray());
        Assert.True(float.IsPositiveInfinity(bins.Of(0)[2]));
        var codes = new byte[9];
        bins.Code(0, [1, 2, 2.1f, 4, 4.5f, 5, -9, 99, 3], codes);
        Assert.Equal([0, 0, 1, 1, 2, 2, 0, 2, 1], codes);
    }

    [Fact]
    public void Bins_OfManyValues_HoldAboutEqualNumbers()
    {
        var random = new Random(2);
        var values = Enumerable.Range(0, 4096).Select(_ => MathF.Exp(4 * random.NextSingle())).ToArray();
        var codes = new byte[4096];
        FeatureBins.Fit(values, 1).Code(0, values, codes);
        Assert.All(codes.CountBy(code => code), pair => Assert.InRange(pair.Value, 15, 17));
        Assert.Equal(256, codes.Distinct().Count());
    }

    private static (float[] Rows, byte[] Labels) Voxels(int count, int features, int seed, Func<float[], Random, byte> label)
    {
        var random = new Random(seed);
        var (rows, labels) = (new float[count * features], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var values = Enumerable.Range(0, features).Select(_ => random.NextSingle()).ToArray();
            values.CopyTo(rows, i * features);
            labels[i] = label(values, random);
        }
        return (rows, labels);
    }

    private static float[][] Apply(RandomForest forest, float[] rows, int features)
    {
        var count = rows.Length / features;
        var planes = new FeaturePlanes(features, 1, count);
        for (var i = 0; i < rows.Length; i++)
            planes.Plane(i % features)[i / features] = rows[i];
        var found = new float[count * forest.Phases];
        forest.Apply(planes, 0, count, found);
        return [.. found.Chunk(forest.Phases)];
    }
}
