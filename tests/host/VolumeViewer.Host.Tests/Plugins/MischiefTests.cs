using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins;

public class MischiefTests
{
    [Fact]
    public void APlugin_WhoseActivationHangs_IsGivenUpAndNamed()
    {
        using var world = new PluginWorld(policy: new PluginPolicy { ActivationTimeout = TimeSpan.FromSeconds(0.5) });
        world.Copy("Hanging", "hanging");
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Assert.Contains("did not finish activating itself within 0.5 s", Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.hangs")).Message, StringComparison.Ordinal);
        Assert.NotNull(world.Manager.Get<IOperation>("test.build"));
    }

    [Fact]
    public void APlugin_WhosePropertyThrows_IsNamedWithWhatItWasAsked()
    {
        using var world = new PluginWorld();
        world.Copy("PropertyThrower", "thrower");
        world.Manager.Rescan();
        var problem = Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.untitled"));
        Assert.Contains("'property-thrower'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("the title was lost", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APlugin_ForAnSdkOfTheFuture_IsIncompatible_AndOneThatOnlyClaimsToFit_SaysSo()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        var manifest = Path.Combine(world.Root.Path, "reload", "plugin.json");
        System.IO.File.WriteAllText(manifest, System.IO.File.ReadAllText(manifest).Replace(">=0.1 <0.2", ">=9.0", StringComparison.Ordinal));
        world.Manager.Rescan();
        var plugin = world.Manager.Plugins.Single();
        Assert.Equal(PluginState.Incompatible, plugin.State);
        Assert.Contains("asks for SDK >=9.0", plugin.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnException_OnAThreadOfThePluginsOwn_IsNamed_AndTheProgramGoesOn()
    {
        using var world = new PluginWorld();
        ThreadFaults.TellTo(world.Manager);
        world.Copy("Mischief", "mischief");
        world.Manager.Rescan();
        await world.RunAsync("test.thread-fault");
        await PluginWorld.Until(() => world.Manager.Plugins.Single().Faults.Count > 0, "the fault is noted");
        Assert.Contains("The plugin 'mischief' failed while running a thread of its own: InvalidOperationException: nobody catches this",
            Assert.Single(world.Manager.Plugins.Single().Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperation_ThatGivesNothing_FailsAndNamesThePlugin()
    {
        using var world = new PluginWorld();
        world.Copy("Mischief", "mischief");
        world.Manager.Rescan();
        var fault = await Assert.ThrowsAsync<PluginFaultException>(() => world.RunAsync("test.nothing"));
        Assert.Equal("mischief", fault.Plugin.Id);
        Assert.Contains("It gave no result", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperation_ThatGivesAVolumeOfTheWrongSize_IsNamed_AndTheViewerKeepsItsLayers()
    {
        using var world = new PluginWorld();
        world.Copy("Mischief", "mischief");
        world.Manager.Rescan();
        using var layer = new ImageLayer("grey", new Volume<float>(new VolumeShape(4, 5, 6)));
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        var operation = world.Manager.Get<IOperation>("test.wrong-size");
        var inputs = new OperationInputs();
        inputs.Layers["in"] = layer;
        using var job = new Job("wrong size");
        var fault = await Assert.ThrowsAsync<BadResultException>(
            () => job.RunAsync(running => world.Runner.RunAsync(operation, operation.Parameters.CreateDefault(), inputs, null, running)));
        Assert.Contains("'mischief'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("expected 4 × 5 × 6 voxels", fault.Message, StringComparison.Ordinal);
        Assert.Contains("got 4 × 5 × 5", fault.Message, StringComparison.Ordinal);
        Assert.Same(layer, Assert.Single(viewer.Layers));
    }

    [Fact]
    public async Task AnOperation_ThatFloodsProgressLogAndCurve_EndsAndLeavesTheMemoryBounded()
    {
        using var world = new PluginWorld();
        world.Copy("Mischief", "mischief");
        world.Manager.Rescan();
        using var job = new Job("flood");
        var operation = world.Manager.Get<IOperation>("test.flood");
        await job.RunAsync(running => world.Runner.RunAsync(operation, operation.Parameters.CreateDefault(), new OperationInputs(), null, running));
        var lines = job.LogLines;
        Assert.InRange(lines.Count, 1000, 10_001);
        Assert.Equal(("line 0", "line 999999"), (lines[0], lines[^1]));
        Assert.Contains(lines, line => line.Contains("lines left out", StringComparison.Ordinal));
        var curve = job.AllSeries.Single().Snapshot();
        Assert.InRange(curve.Length, LiveSeries.MostPoints / 2, LiveSeries.MostPoints);
        Assert.Equal((0.0, 0.0), curve[0]);
        Assert.InRange(curve[^1].X, 900_000, 999_999);
    }

    [Fact]
    public async Task AJob_ThatDoesNotAnswerToCancel_CanBeAbandoned_AndItsPluginReplaced()
    {
        using var world = new PluginWorld();
        world.Copy("Mischief", "mischief");
        world.Manager.Rescan();
        var jobs = new JobRunner();
        var operation = world.Manager.Get<IOperation>("test.stubborn");
        var job = jobs.Start("stubborn", running => world.Runner.RunAsync(operation, operation.Parameters.CreateDefault(), new OperationInputs(), null, running),
            _ => Assert.Fail("It never ends."));
        await PluginWorld.Until(() => world.Manager.Plugins.Single().Loaded?.Leases.Count == 1, "the job runs");
        job.Abandon();
        Assert.Equal(JobState.Running, job.State);
        job.Cancel();
        await PluginWorld.Until(() => job.CancellationToken.IsCancellationRequested && job.Unanswered is not null, "it was asked to end");
        job.Abandon();
        Assert.Equal(JobState.Abandoned, job.State);
        Assert.Empty(world.Manager.Plugins.Single().Loaded!.Leases);
        world.Delete("mischief");
        world.Manager.Rescan();
        Assert.Empty(world.Manager.Plugins);
    }

    [Fact]
    public void AReader_ThatCannotEvenLook_DoesNotKeepOthersFromOpening_AndOneThatReadsPastItsEnd_IsNamed()
    {
        using var world = new PluginWorld();
        world.Copy("Mischief", "mischief");
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        System.IO.File.WriteAllText(world.File("a.stripes"), "");
        System.IO.File.WriteAllText(world.File("a.broken"), "");
        using (var stripes = world.Io.Open(world.File("a.stripes")))
            Assert.Equal(new VolumeShape(4, 5, 6), stripes.Shape);
        using var broken = world.Io.Open(world.File("a.broken"));
        var slice = new float[12];
        broken.ReadSlice(0, slice);
        var fault = Assert.Throws<VolumeReadException>(() => broken.ReadSlice(1, slice));
        Assert.Contains("The plugin 'mischief' failed while reading slice 1", fault.Message, StringComparison.Ordinal);
        Assert.Throws<VolumeReadException>(() => broken.ReadSlice(0, new byte[12]));
        // The caller's own mistakes stay the caller's.
        Assert.ThrowsAny<Exception>(() => broken.ReadSlice(1, new float[11]));
    }
}
