using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Preview;
using VolumeViewer.Plugins.Training.Report;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests;

public sealed class ReportTrainingDataTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestHost _host = new();

    public void Dispose()
    {
        _folder.Dispose();
        _host.Dispose();
    }

    // Two normal distributions of equal deviation, a distance of d deviations apart: overlap 2 Φ(−d/2), rank accuracy Φ(d/√2).
    [Theory]
    [InlineData(0, 1, 0.5, "red")]
    [InlineData(2, 0.3173, 0.9214, "yellow")]
    [InlineData(4, 0.0455, 0.9977, "green")]
    public async Task Run_OnTwoNormalDistributions_GivesTheirOverlap(double distance, double overlap, double rankAccuracy, string light)
    {
        var random = new Random(3);
        double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        _folder.Write("1.tif", 200, 200, (y, x) => (float)(Gaussian() + (x % 2 * distance)));
        _folder.Write("1_label.tif", 200, 200, (y, x) => x % 2);
        var pair = Assert.Single((await Report()).Tables.Single(table => table.Title.StartsWith("Separability")).Rows);
        // 18,000 voxels each in bins of a few hundred make about 0.02 more in common, or less.
        Assert.Equal(overlap, (double)pair[2]!, 0.06);
        Assert.Equal(rankAccuracy, (double)pair[3]!, 0.02);
        Assert.Equal(light, pair[4]);
    }

    [Fact]
    public async Task Run_OnGoodData_HasNoWarnings()
    {
        _folder.WriteLabelled("1", 100, 120);
        _folder.WriteLabelled("2", 100, 120, seed: 1);
        var result = await Report();
        Assert.Empty(Warnings(result));
        Assert.Equal(2, result.Plots.Count);
        var phases = result.Tables.Single(table => table.Title == "Phases");
        Assert.Equal(2 * 90 * 120, phases.Rows.Sum(row => (long)row[2]!));
        Assert.Equal(2 * 10 * 120, phases.Rows.Sum(row => (long)row[5]!));
        Assert.All(phases.Rows, row => Assert.Equal(2, row[4]));
    }

    [Fact]
    public async Task Run_TellsHowGreyLevelsDriftAndSaturate()
    {
        for (var i = 1; i <= 5; i++)
        {
            var offset = i == 4 ? 400 : 0;
            _folder.Write($"{i}.tif", 60, 60, (y, x) => i == 2 && y < 6 ? 5000 : i == 3 && y == 0 ? float.NaN : Phantom.Grey(0, y, x) + offset);
            _folder.Write($"{i}_label.tif", 60, 60, (y, x) => Phantom.Label(0, y, x));
        }
        _folder.Write("6.tif", 60, 60, (_, _) => 1200);
        _folder.Write("6_label.tif", 60, 60, (y, x) => Phantom.Label(0, y, x));
        var warnings = Warnings(await Report());
        Assert.Contains(warnings, text => text.Contains("greatest grey value") && text.Contains("2:0") && text.Contains("10.0 %"));
        Assert.Contains(warnings, text => text.Contains("not finite") && text.Contains("3:0"));
        Assert.Contains(warnings, text => text.Contains("drifts") && text.Contains("4:0"));
        Assert.Contains(warnings, text => text.Contains("the same in 6:0"));
    }

    [Fact]
    public async Task Run_FindsRareAbsentAndOneSidedPhases()
    {
        _folder.Write("1.tif", 100, 100, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("1_label.tif", 100, 100, (y, x) => y < 95 && x == 50 && y % 20 < 10 ? 2 : y >= 95 && x > 50 ? 3 : x > 50 ? 1 : 0);
        var warnings = Warnings(await Report());
        Assert.Contains(warnings, text => text.Contains("'phase 2' is rare") && text.Contains("--rare-phase-share"));
        Assert.Contains(warnings, text => text.Contains("'phase 2' does not occur in what is held back"));
        Assert.Contains(warnings, text => text.Contains("'phase 3' occurs only in what is held back"));
        Assert.Contains(warnings, text => text.Contains("one slice"));
        Assert.Contains(Warnings(await Report(new ReportParameters { HoldBack = 0 })), text => text.Contains("Nothing is held back"));
    }

    [Fact]
    public async Task Run_OnInterpolatedLabels_NamesTheValuesToTake()
    {
        // Discs of 200 on 0; the border between has the values of a linear interpolation.
        static float Value(int y, int x) => (float)Math.Round(200 * Math.Clamp(12.5 - Math.Sqrt(Math.Pow((y % 30) - 15, 2) + Math.Pow((x % 30) - 15, 2)), 0, 1));
        float Coarse(int y, int x) => MathF.Round(Value(y, x) / 50) * 50;
        _folder.Write("1.tif", 120, 120, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("1_label.tif", 120, 120, Coarse);
        var warning = Assert.Single(Warnings(await Report()), text => text.Contains("interpolated"));
        Assert.Contains("50, 100, 150", warning);
        Assert.Contains("--label-values 0,200", warning);
        Assert.DoesNotContain(Warnings(await Report(new ReportParameters { LabelValues = [0, 200] })), text => text.Contains("interpolated"));
    }

    [Fact]
    public async Task Run_OnAThinButRealPhase_DoesNotTakeItForInterpolation()
    {
        // A binder around each particle of phase 2, on pore 0: between them everywhere, but a tenth of the whole and three voxels thick.
        _folder.Write("1.tif", 120, 120, (y, x) => Phantom.Grey(0, y, x));
        _folder.Write("1_label.tif", 120, 120, (y, x) =>
            Math.Sqrt(Math.Pow((y % 30) - 15, 2) + Math.Pow((x % 30) - 15, 2)) switch { < 8 => 2, < 11 => 1, _ => 0 });
        Assert.DoesNotContain(Warnings(await Report()), text => text.Contains("interpolated"));
    }

    [Fact]
    public async Task Training_TellsTheWarningsFirst()
    {
        _folder.WriteLabelled("1", 48, 40);
        await TrainingPlugin.TrainOperation().RunAsync(_host.Context(_folder.Path, _folder.In("run")), new TrainParameters
        {
            NetworkOptions = "kernels=2",
            PatchSize = 16,
            BatchSize = 2,
            StepsPerEpoch = 2,
            Steps = 2,
            Device = ComputeDevice.Cpu,
        });
        var lines = _host.Lines.ToList();
        Assert.InRange(lines.FindIndex(line => line.Contains("one slice to learn from")), 0, lines.FindIndex(line => line.StartsWith("epoch")));
    }

    [Fact]
    public async Task Preview_ShowsPatchesUnchangedThenChangedWithTheirLabels()
    {
        _folder.WriteLabelled("1", 60, 70);
        var result = await Preview(new PreviewParameters { PatchSize = 16, Patches = 3, Variants = 2, Augmentation = AugmentationKind.Full });
        var (image, labels) = ((ImageLayer)result.Layers[0], (LabelsLayer)result.Layers[1]);
        Assert.Equal(new VolumeShape(9, 16, 16), image.Shape);
        Assert.Equal(image.Shape, labels.Shape);
        var grey = new float[256];
        for (var z = 0; z < 3; z++)
        {
            image.Volume.ReadSlice(z, grey);
            // Unchanged, the phantom's phases are told apart by their grey values.
            var (dark, bright) = (labels.Labels.Slice(z).ToArray().Zip(grey).Where(pair => pair.First == 0).Max(pair => pair.Second),
                labels.Labels.Slice(z).ToArray().Zip(grey).Where(pair => pair.First == 2).Min(pair => pair.Second));
            Assert.True(dark < bright);
        }
        Assert.NotEqual(labels.Labels.Slice(0).ToArray(), labels.Labels.Slice(3).ToArray());
        Assert.Equal("3, 6", result.Tables[0].Rows[0][6]);
        result.Dispose();
    }

    [Fact]
    public async Task Preview_OfBlocksAndOfNeighbours_ShowsTheMiddleSlice()
    {
        var shape = new VolumeShape(9, 24, 24);
        var grey = _folder.Write("grey.tif", shape, (z, y, x) => Phantom.Grey(z, y, x));
        var labels = _folder.Write("labels.tif", shape, (z, y, x) => Phantom.Label(z, y, x));
        _host.Networks.Add(new Network3D());
        foreach (var parameters in new[]
        {
            new PreviewParameters { Neighbours = 2 },
            new PreviewParameters { Network = "small-3d", PatchDepth = 4 },
        })
        {
            using var result = await TrainingPlugin.PreviewOperation().RunAsync(_host.Context(grey),
                parameters with { Labels = labels, PatchSize = 16, Patches = 2, Variants = 1, Augmentation = AugmentationKind.None });
            var slice = new float[256];
            ((ImageLayer)result.Layers[0]).Volume.ReadSlice(0, slice);
            var truth = ((LabelsLayer)result.Layers[1]).Labels.Slice(0).ToArray();
            Assert.True(truth.Zip(slice).Where(pair => pair.First == 0).Max(pair => pair.Second) < truth.Zip(slice).Where(pair => pair.First == 2).Min(pair => pair.Second));
        }
    }

    // The form, the report and the preview are to mean the same by the same name.
    [Fact]
    public void Parameters_OfPreviewAndReport_AreThoseOfTraining()
    {
        var training = ParameterSchema.For(typeof(TrainParameters)).Items.ToDictionary(item => item.Name);
        foreach (var item in ParameterSchema.For(typeof(PreviewParameters)).Items.Concat(ParameterSchema.For(typeof(ReportParameters)).Items))
        {
            if (item.Name is "patches" or "variants" or "augmentation")
                continue;
            Assert.Equal(ParameterInfo.Format(training[item.Name].Default), ParameterInfo.Format(item.Default));
            Assert.Equal((training[item.Name].Title, training[item.Name].Min, training[item.Name].Max), (item.Title, item.Min, item.Max));
        }
    }

    private async Task<OperationResult> Preview(PreviewParameters parameters) =>
        await TrainingPlugin.PreviewOperation().RunAsync(_host.Context(_folder.Path), parameters);

    private async Task<OperationResult> Report(ReportParameters? parameters = null) =>
        await TrainingPlugin.ReportOperation().RunAsync(_host.Context(_folder.Path), parameters ?? new ReportParameters { Normalisation = NormalisationKind.SliceZScore });

    private static List<string> Warnings(OperationResult result) =>
        [.. result.Tables.Single(table => table.Title == "Warnings").Rows.Select(row => $"{row[0]} {row[1]}")];
}
