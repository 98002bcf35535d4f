using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;

public sealed class ForestFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("forest").FullName;

    private string File => Path.Combine(_folder, "my.forest");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_OfASavedForest_GivesTheSameProbabilitiesPhasesAndSettings()
    {
        var model = Model();
        ForestFile.Save(model, File);
        Assert.Equal([File], Directory.GetFiles(_folder));
        var loaded = ForestFile.Load(File);
        Assert.Equal(model.Phases, loaded.Phases);
        Assert.Equal(model.Scaling, loaded.Scaling);
        Assert.Equal(model.Features.Names, loaded.Features.Names);
        Assert.Equal(model.OutOfBagAccuracy, loaded.OutOfBagAccuracy);
        Assert.Equal(model.Importances, loaded.Importances);
        var planes = new FeaturePlanes(model.Features.Count, 1, 50);
        var random = new Random(1);
        for (var feature = 0; feature < planes.Count; feature++)
        {
            for (var voxel = 0; voxel < 50; voxel++)
                planes.Plane(feature)[voxel] = random.NextSingle();
        }
        float[] one = new float[100], other = new float[100];
        model.Forest.Apply(planes, 0, 50, one);
        loaded.Forest.Apply(planes, 0, 50, other);
        Assert.Equal(one, other);
        Assert.Contains(one, share => share is > 0 and < 1);
    }

    [Fact]
    public void Load_OfAFileCutOffAnywhere_SaysThatItIsDamaged()
    {
        ForestFile.Save(Model(), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 60))
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            var fault = Assert.Throws<UserException>(() => ForestFile.Load(File));
            Assert.Contains("is no forest, or is damaged", fault.Message);
            Assert.Contains(File, fault.Message);
        }
    }

    // Whatever a changed byte does, a forest that loads ends on every way: children come after their parents.
    [Fact]
    public void Load_OfAFileWithChangedBytes_RefusesItOrGivesAForestThatWorks()
    {
        ForestFile.Save(Model(), File);
        var bytes = System.IO.File.ReadAllBytes(File);
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var changed = bytes.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            System.IO.File.WriteAllBytes(File, changed);
            try
            {
                var loaded = ForestFile.Load(File);
                var planes = new FeaturePlanes(loaded.Features.Count, 1, 3);
                for (var feature = 0; feature < planes.Count; feature++)
                    planes.Plane(feature).Fill(0.5f);
                loaded.Forest.Apply(planes, 0, 3, new float[3 * loaded.Phases.Count]);
            }
            catch (UserException fault)
            {
                Assert.Contains("is no forest, or is damaged", fault.Message);
            }
        }
    }

    [Fact]
    public void Load_OfNoFile_NamesIt() => Assert.Contains("cannot be opened", Assert.Throws<UserException>(() => ForestFile.Load(File)).Message);

    [Fact]
    public void Save_WhereItCannotBeWritten_SaysSoAndLeavesNothing()
    {
        var fault = Assert.Throws<UserException>(() => ForestFile.Save(Model(), Path.Combine(_folder, "missing", "my.forest")));
        Assert.Contains("cannot be written", fault.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private static ForestModel Model()
    {
        var settings = new FeatureSettings([1.5], FeatureKinds.Grey | FeatureKinds.Gaussian | FeatureKinds.Hessian, 2);
        var random = new Random(8);
        var rows = Enumerable.Range(0, 400 * settings.Count).Select(_ => random.NextSingle()).ToArray();
        var labels = Enumerable.Range(0, 400).Select(i => (byte)(rows[i * settings.Count] + (0.4f * random.NextSingle()) < 0.6f ? 0 : 1)).ToArray();
        var trained = ForestTrainer.Train(TrainingSet.Of(rows, labels, settings.Count, 2), new ForestOptions(5) { MinLeaf = 4 });
        var phases = new PhaseTable([new Phase("pore", Rgba.Parse("#102030"), 0), new Phase("nickel", Rgba.Parse("#ffeedd"), 128)]);
        return new ForestModel(trained.Forest, settings, new GreyScaling(GreyNormalisation.DatasetZScore, 3.25, 0.5), phases)
        {
            OutOfBagAccuracy = trained.OutOfBagAccuracy,
            Importances = trained.Importances,
        };
    }
}
