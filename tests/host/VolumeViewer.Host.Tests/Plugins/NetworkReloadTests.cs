using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

using TorchSharp;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Tests.Plugins.Source;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using Xunit.Abstractions;

namespace VolumeViewer.Host.Tests.Plugins;

/// <summary>The plugins that the program is shipped with, loaded and unloaded again and again, as someone does who works on a network.</summary>
[Collection(MeasuredAlone.Name)]
public class NetworkReloadTests(ITestOutputHelper output)
{
    private const int Cycles = 100;
    private const int WarmUp = 20;

    private static readonly string[] Plugins = ["Networks", "Training", "Formats"];

    [Fact]
    public void LoadTrainPredictUnload_AHundredTimes_LeavesNoContextNoTensorAndNoMemory()
    {
        using var folder = new TemporaryFolder();
        foreach (var plugin in Plugins)
            Copy(Path.Combine(TestFolders.Program, "plugins", plugin), folder.File(Path.Combine("plugins", plugin)));
        WriteSlices(folder);

        // The first cycles fill pools and caches that stay: of the allocators, of libtorch, of the just-in-time compiler.
        var contexts = new List<WeakReference>();
        for (var i = 0; i < WarmUp; i++)
            contexts.AddRange(Cycle(folder, i));
        var before = Figures.Take(contexts);
        for (var i = WarmUp; i < WarmUp + Cycles; i++)
        {
            contexts.AddRange(Cycle(folder, i));
            if ((i + 1) % 20 == 0)
                output.WriteLine($"after {i + 1} cycles: {Figures.Take(contexts)}");
        }
        var after = Figures.Take(contexts);
        output.WriteLine($"before: {before}");
        output.WriteLine($"after {Cycles} more: {after}");

        // That of the networks and that of the training.
        Assert.Equal(2 * (WarmUp + Cycles), contexts.Count);
        Assert.Equal(0, after.LiveContexts);
        Assert.Equal(before.Tensors, after.Tensors);
        // A context that lives on holds some hundred kilobytes, so a hundred of them would be tens of megabytes in both.
        Assert.InRange(after.Managed - before.Managed, long.MinValue, 2L << 20);
        Assert.InRange(after.Resident - before.Resident, long.MinValue, 40L << 20);
    }

    // Not inlined, so that no local of the caller keeps anything of the plugins alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Cycle(TemporaryFolder folder, int number)
    {
        var run = folder.File($"run-{number}");
        using var manager = new PluginManager(folder.File("plugins"));
        var io = new VolumeIo(manager);
        var train = manager.Get<IOperation>("train.network");
        train.RunAsync(
            new OperationContext(new SilentJob(), io, manager) { OutputPath = run, Paths = new Dictionary<string, string> { ["in"] = folder.File("slices") } },
            train.Parameters.BindText("network=lrcs-net;network-options=kernels=2;steps=1;batch-size=2;patch-size=32;device=cpu")).GetAwaiter().GetResult();

        var predict = manager.Get<IOperation>("predict.network");
        using var image = new ImageLayer("image", io.Open(folder.File("slices/1.tif")));
        var result = predict.RunAsync(
            new OperationContext(new SilentJob(), io, manager) { Layers = new Dictionary<string, Layer> { ["in"] = image } },
            predict.Parameters.BindText($"device=cpu;model={run}")).GetAwaiter().GetResult();
        ((LabelsLayer)result.Layers[0]).Labels.Dispose();
        Directory.Delete(run, recursive: true);

        // The types of parameters and options are the plugins' own; all else that the manager gives is its guards.
        Type[] used = [manager.Get<INetwork>("lrcs-net").Options.RecordType, train.Parameters.RecordType];
        return [.. used.Select(each => new WeakReference(AssemblyLoadContext.GetLoadContext(each.Assembly)))];
    }

    private static void WriteSlices(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("slices"));
        using var manager = new PluginManager(folder.File("plugins"));
        var shape = new VolumeShape(1, 48, 56);
        using var grey = new Volume<float>(shape);
        using var labels = new Volume<byte>(shape);
        for (var i = 0; i < shape.SliceLength; i++)
        {
            labels.Slice(0)[i] = (byte)(i / 7 % 3);
            grey.Slice(0)[i] = (10 * labels.Slice(0)[i]) + (i % 5);
        }
        var io = new VolumeIo(manager);
        io.Save(grey, folder.File("slices/1.tif"));
        io.Save(labels, folder.File("slices/1_label.tif"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private sealed record Figures(int LiveContexts, long Tensors, long Managed, long Resident)
    {
        public static Figures Take(List<WeakReference> contexts)
        {
            for (var i = 0; i < 10; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            using var process = Process.GetCurrentProcess();
            var live = contexts.Count(context => context.IsAlive);
            return new Figures(live, torch.Tensor.TotalCount, GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
        }

        public override string ToString() =>
            $"{LiveContexts} live contexts, {Tensors} tensors, {Managed / 1048576.0:0.00} MiB managed, {Resident / 1048576.0:0.0} MiB resident";
    }
}
