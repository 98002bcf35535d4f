using System.Runtime.CompilerServices;
using Fixture.Contract;
using McMaster.NETCore.Plugins;

namespace Plugins.Tests;

public class ReloadTests
{
    [Fact]
    public void Dispose_OfUnloadableLoader_LetsTheContextDie()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");

        var context = UseAndDispose(folder.Plugin);

        AssertDies(context);
    }

    [Fact]
    public void Dispose_WhileAnObjectOfThePluginIsHeld_KeepsTheContextUntilItIsLetGo()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        var held = new List<IFixturePlugin>();
        var context = UseAndKeep(folder.Plugin, held);

        Collect();
        Assert.True(context.IsAlive);

        held.Clear();
        AssertDies(context);
    }

    [Fact]
    public void Reload_AfterThePluginWasReplaced_RunsTheNewOneAndTheOldContextDies()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            folder.Plugin, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)], config => config.LoadInMemory = true);
        var reloaded = 0;
        loader.Reloaded += (sender, e) => reloaded += ReferenceEquals(sender, loader) && ReferenceEquals(e.Loader, loader) ? 1 : 100;
        var context = Use(loader, expected: 1);

        folder.CopyOver("Fixture.PluginTwo");
        loader.Reload();

        Assert.Equal(1, reloaded);
        Use(loader, expected: 2);
        AssertDies(context);
    }

    [Fact]
    public void Reload_OfLoaderThatCannotUnload_IsRefused()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(FixtureFolder.BuiltPlugin("Fixture.PluginOne"), isUnloadable: false, sharedTypes: []);

        Assert.Throws<InvalidOperationException>(loader.Reload);
    }

    [Fact]
    public void EnableHotReload_WhenTheFilesChange_ReloadsOnceByItself()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            folder.Plugin, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)], config => config.EnableHotReload = true);
        using var reloaded = new SemaphoreSlim(0);
        loader.Reloaded += (_, _) => reloaded.Release();
        Use(loader, expected: 1);

        // Two assemblies, each written in several steps: many events, one reload.
        folder.CopyOver("Fixture.PluginTwo");

        Assert.True(reloaded.Wait(TimeSpan.FromSeconds(20)));
        Use(loader, expected: 2);
        Assert.False(reloaded.Wait(TimeSpan.FromMilliseconds(600)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(PluginLoader loader, int expected)
    {
        Assert.Equal(expected, PluginLoaderTests.Create(loader).Answer());
        return new WeakReference(loader.LoadContext);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndDispose(string path)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);
        return Use(loader, expected: 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndKeep(string path, List<IFixturePlugin> held)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);
        held.Add(PluginLoaderTests.Create(loader));
        return new WeakReference(loader.LoadContext);
    }

    private static void AssertDies(WeakReference context)
    {
        for (var attempt = 0; attempt < 20 && context.IsAlive; attempt++)
            Collect();
        Assert.False(context.IsAlive);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
