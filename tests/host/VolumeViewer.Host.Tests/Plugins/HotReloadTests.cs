using System.Diagnostics;
using System.Runtime.CompilerServices;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins;

public class HotReloadTests
{
    [Fact]
    public async Task Watch_AFolderDroppedOverwrittenAndDeleted_IsLoadedReplacedAndGone()
    {
        using var world = new PluginWorld();
        world.Manager.Watch();
        await Task.Delay(300);

        world.Copy("ReloadOne", "reload");
        var clock = Stopwatch.StartNew();
        await world.PluginsUntil(() => world.Manager.Plugins.Any(plugin => plugin.State == PluginState.Active), "the plugin is loaded");
        var loaded = clock.Elapsed;
        Assert.Equal(1, await world.RunAsync("test.build"));

        world.Copy("ReloadTwo", "reload");
        clock.Restart();
        await world.PluginsUntil(() => world.Manager.Plugins.Single() is { State: PluginState.Active, Manifest.Version: "2.0.0" }, "the plugin is replaced");
        var replaced = clock.Elapsed;
        Assert.Equal(2, await world.RunAsync("test.build"));

        world.Delete("reload");
        clock.Restart();
        await world.PluginsUntil(() => world.Manager.Plugins.Count == 0, "the plugin is gone");
        var gone = clock.Elapsed;
        Assert.Throws<UserException>(() => world.Manager.Get<IOperation>("test.build"));

        await world.PluginsUntil(() => world.Manager.Retired.Count == 2 && world.Manager.Retired.All(retired => !retired.IsAlive), "both old contexts are dead");
        // Not a measure of speed but of the promise: two seconds, and as much again for a busy machine.
        Assert.All([loaded, replaced, gone], time => Assert.InRange(time.TotalSeconds, 0, 4));
    }

    [Fact]
    public async Task Watch_AFolderCopiedFileByFile_IsLoadedOnlyWhenItIsComplete()
    {
        using var world = new PluginWorld();
        world.Manager.Watch();
        var seen = new List<PluginState>();
        world.Manager.Changed += () =>
        {
            lock (seen)
                seen.AddRange(world.Manager.Plugins.Select(plugin => plugin.State));
        };
        var (from, to) = (TestFolders.Fixture("ReloadOne"), Directory.CreateDirectory(Path.Combine(world.Root.Path, "slow")).FullName);
        System.IO.File.Copy(Path.Combine(from, "plugin.json"), Path.Combine(to, "plugin.json"));
        await world.PluginsUntil(() => world.Manager.Plugins.Count == 1, "the manifest is seen");
        var waiting = world.Manager.Plugins.Single();
        Assert.Equal(PluginState.Failed, waiting.State);
        Assert.Contains("'Reload.dll' is missing", waiting.Reason, StringComparison.Ordinal);

        var assembly = System.IO.File.ReadAllBytes(Path.Combine(from, "Reload.dll"));
        System.IO.File.WriteAllBytes(Path.Combine(to, "Reload.dll"), assembly[..(assembly.Length * 2 / 3)]);
        await world.PluginsUntil(() => world.Manager.Plugins.Single().Reason.Contains("no complete assembly", StringComparison.Ordinal), "the torn assembly is told");

        System.IO.File.WriteAllBytes(Path.Combine(to, "Reload.dll"), assembly);
        await world.PluginsUntil(() => world.Manager.Plugins.Single().State == PluginState.Active, "the complete plugin is loaded");
        Assert.Equal(1, await world.RunAsync("test.build"));
        Assert.DoesNotContain(world.Told, text => text.Contains("cannot be used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replace_WithAJobRunning_LetsTheJobFinishFirst()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        var job = world.RunAsync("test.waits", new KeyValuePair<string, string>("until", world.File("go")));
        await world.PluginsUntil(() => world.Manager.Plugins.Single().Loaded?.Leases.Count == 1, "the job has its lease");

        world.Copy("ReloadTwo", "reload");
        world.Manager.Rescan();
        var old = world.Manager.Plugins.Single();
        Assert.Equal((PluginState.Active, "1.0.0"), (old.State, old.Manifest!.Version));
        Assert.Contains("when 'test.waits' ended", old.Waiting, StringComparison.Ordinal);

        System.IO.File.WriteAllText(world.File("go"), "");
        Assert.Equal(1, await job);
        await world.PluginsUntil(() => world.Manager.Plugins.Single() is { State: PluginState.Active, Manifest.Version: "2.0.0" }, "the newer build takes its place");
        Assert.Equal(2, await world.RunAsync("test.build"));
    }

    [Fact]
    public async Task Replace_WhenTheUserWantsJobsCancelled_CancelsThemAndGoesOn()
    {
        using var world = new PluginWorld(policy: new PluginPolicy { CancelJobsOnReplace = true });
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        var job = world.RunAsync("test.waits", new KeyValuePair<string, string>("until", world.File("never")));
        await world.PluginsUntil(() => world.Manager.Plugins.Single().Loaded?.Leases.Count == 1, "the job has its lease");
        world.Copy("ReloadTwo", "reload");
        world.Manager.Rescan();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        await world.PluginsUntil(() => world.Manager.Plugins.Single().Manifest!.Version == "2.0.0", "the newer build takes its place");
    }

    [Fact]
    public async Task Replace_WithAVolumeThatTheOldCodeReads_LeavesTheVolumeReadable_AndSaysThatTheContextLives()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        System.IO.File.WriteAllText(world.File("a.stripes"), "");
        using (var volume = world.Io.Open(world.File("a.stripes")))
        {
            Assert.Equal(103, FirstOf(volume, 3));
            world.Copy("ReloadTwo", "reload");
            world.Manager.Rescan();
            await world.PluginsUntil(() => world.Manager.Plugins.Single().State == PluginState.Active, "the newer build is loaded");
            Assert.Equal(101, FirstOf(volume, 1));
            var retired = world.Manager.Retired.Single();
            Assert.False(retired.Prove());
            Assert.Equal("1.0.0", Assert.IsType<GuardedSource>(volume).Plugin.Stamp.Version);
            using var newer = world.Io.Open(world.File("a.stripes"));
            Assert.Equal(200, FirstOf(newer, 0));
        }
        await world.PluginsUntil(() => world.Manager.Retired.Single().Prove(), "the old context is dead");
        Assert.False(Directory.Exists(world.Manager.Retired.Single().Copy));
    }

    [Fact]
    public void Rescan_WithNothingChanged_LeavesThePluginAsItIs()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        world.Manager.Get<IOperation>("test.build");
        var plugin = world.Manager.Plugins.Single();
        // Written again with the same bytes: another time, the same build.
        world.Copy("ReloadOne", "reload");
        foreach (var file in Directory.EnumerateFiles(plugin.Location))
            System.IO.File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(5));
        world.Manager.Rescan();
        Assert.Same(plugin, world.Manager.Plugins.Single());
        Assert.Empty(world.Manager.Retired);
    }

    [Fact]
    public void Unload_ThenLoad_TakesAPluginOutOfUseAndBringsItBack()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Activate(world);
        world.Manager.Unload(world.Manager.Plugins.Single());
        var plugin = world.Manager.Plugins.Single();
        Assert.Equal(PluginState.Unloaded, plugin.State);
        Assert.Contains("unloaded by hand", Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.build")).Message, StringComparison.Ordinal);
        Assert.True(world.Manager.Retired.Single().Prove());
        world.Manager.Load(plugin);
        Assert.Equal(PluginState.Active, world.Manager.Plugins.Single().State);
    }

    [Fact]
    public async Task Configure_ADevelopmentFolderWithThatPluginToo_UsesTheOneUnderDevelopment()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Assert.Equal(1, await world.RunAsync("test.build"));
        var development = Directory.CreateDirectory(world.File("development")).FullName;
        Directory.CreateDirectory(Path.Combine(development, "mine"));
        foreach (var file in Directory.EnumerateFiles(TestFolders.Fixture("ReloadTwo")))
            System.IO.File.Copy(file, Path.Combine(development, "mine", Path.GetFileName(file)));
        world.Manager.Configure([world.Root, new PluginRoot(development, PluginRootKind.Development)], new PluginPolicy());
        Assert.Equal(2, await world.RunAsync("test.build"));
        var shadowed = world.Manager.Plugins.Single(plugin => plugin.Root.Kind == PluginRootKind.BuiltIn);
        Assert.Equal(PluginState.Disabled, shadowed.State);
        Assert.Contains("same id", shadowed.Reason, StringComparison.Ordinal);

        world.Manager.Configure([world.Root], new PluginPolicy());
        Assert.Equal(1, await world.RunAsync("test.build"));
    }

    [Fact]
    public async Task Configure_WithThePluginSwitchedOff_UnloadsIt_AndOnAgainBringsItBack()
    {
        using var world = new PluginWorld();
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Assert.Equal(1, await world.RunAsync("test.build"));
        world.Manager.Configure([world.Root], new PluginPolicy { Disabled = new HashSet<string> { "reload" } });
        Assert.Equal(PluginState.Disabled, world.Manager.Plugins.Single().State);
        Assert.Contains("switched off", Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.build")).Message, StringComparison.Ordinal);
        world.Manager.Configure([world.Root], new PluginPolicy());
        Assert.Equal(1, await world.RunAsync("test.build"));
    }

    // Not inlined, so that no local of the test keeps the operation alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Activate(PluginWorld world) => Assert.Equal("Build", world.Manager.Get<IOperation>("test.build").Title);

    private static float FirstOf(IVolumeSource volume, int z)
    {
        var slice = new float[volume.Shape.SliceLength];
        volume.ReadSlice(z, slice);
        return slice[0];
    }
}
