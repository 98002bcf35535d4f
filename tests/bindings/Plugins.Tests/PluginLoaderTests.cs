using System.Reflection;
using System.Runtime.Loader;
using Fixture.Contract;
using McMaster.NETCore.Plugins;

namespace Plugins.Tests;

public class PluginLoaderTests
{
    private static readonly string One = FixtureFolder.BuiltPlugin("Fixture.PluginOne");
    private static readonly string Two = FixtureFolder.BuiltPlugin("Fixture.PluginTwo");

    internal static IFixturePlugin Create(PluginLoader loader) =>
        (IFixturePlugin)Activator.CreateInstance(loader.LoadDefaultAssembly().GetType("Fixture.Plugin.FixturePlugin", throwOnError: true)!)!;

    [Fact]
    public void CreateFromAssemblyFile_WithSharedContract_GivesObjectsThatCastToIt()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);

        var plugin = Create(loader);

        Assert.Equal(1, plugin.Answer());
        Assert.Same(loader.LoadContext, AssemblyLoadContext.GetLoadContext(plugin.GetType().Assembly));
        Assert.NotSame(AssemblyLoadContext.Default, loader.LoadContext);
    }

    [Fact]
    public void LoadAssembly_OfSharedContract_IsTheHostsOwn()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);

        Assert.Same(typeof(IFixturePlugin).Assembly, loader.LoadAssembly("Fixture.Contract"));
    }

    [Fact]
    public void CreateFromAssemblyFile_WithContractCopiedAndNotShared_GivesATypeOfItsOwn()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        File.Copy(typeof(IFixturePlugin).Assembly.Location, Path.Combine(folder.Path, "Fixture.Contract.dll"));
        using var loader = PluginLoader.CreateFromAssemblyFile(folder.Plugin, isUnloadable: true, sharedTypes: []);

        var type = loader.LoadDefaultAssembly().GetType("Fixture.Plugin.FixturePlugin", throwOnError: true)!;

        Assert.False(typeof(IFixturePlugin).IsAssignableFrom(type));
        Assert.Equal(typeof(IFixturePlugin).FullName, Assert.Single(type.GetInterfaces()).FullName);
    }

    [Fact]
    public void CreateFromAssemblyFile_WithPrivateNameAmongPreferredShared_TakesThePluginsCopy()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        File.Copy(typeof(IFixturePlugin).Assembly.Location, Path.Combine(folder.Path, "Fixture.Contract.dll"));
        using var preferring = PluginLoader.CreateFromAssemblyFile(folder.Plugin, config => config.PreferSharedTypes = true);
        using var excepting = PluginLoader.CreateFromAssemblyFile(folder.Plugin, config =>
        {
            config.PreferSharedTypes = true;
            config.PrivateAssemblies.Add(new AssemblyName("Fixture.Contract"));
        });

        Assert.Same(typeof(IFixturePlugin).Assembly, preferring.LoadAssembly("Fixture.Contract"));
        Assert.NotSame(typeof(IFixturePlugin).Assembly, excepting.LoadAssembly("Fixture.Contract"));
    }

    [Fact]
    public void TwoLoaders_WithDifferentVersionsOfOneDependency_EachGetTheirOwn()
    {
        using var one = PluginLoader.CreateFromAssemblyFile(One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);
        using var two = PluginLoader.CreateFromAssemblyFile(Two, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);

        var (first, second) = (Create(one), Create(two));

        Assert.Equal((new Version(1, 4, 0, 0), 1), (first.DependencyVersion, first.Answer()));
        Assert.Equal((new Version(2, 4, 0, 0), 2), (second.DependencyVersion, second.Answer()));
    }

    [Fact]
    public void CreateFromAssemblyFile_OfMissingFile_NamesItAndWhatToDo()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no-such-plugin", "Absent.dll");

        var error = Assert.Throws<InvalidOperationException>(() => PluginLoader.CreateFromAssemblyFile(missing));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new AssemblyDependencyResolver(missing));
    }

    [Fact]
    public void CreateFromAssemblyFile_OfRelativePath_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => PluginLoader.CreateFromAssemblyFile(Path.Combine("plugins", "My.dll")));

        Assert.Equal("mainAssemblyPath", error.ParamName);
    }

    [Fact]
    public void LoadDefaultAssembly_OfFileThatIsNoAssembly_ThrowsBadImageFormat()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        File.WriteAllText(folder.Plugin, "this is not an assembly");
        using var loader = PluginLoader.CreateFromAssemblyFile(folder.Plugin, config => config.LoadInMemory = true);

        Assert.Throws<BadImageFormatException>(() => loader.LoadDefaultAssembly());
    }

    [Fact]
    public void LoadDefaultAssembly_InMemory_LeavesTheFilesFreeToChange()
    {
        using var folder = new FixtureFolder("Fixture.PluginOne");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            folder.Plugin, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)], config => config.LoadInMemory = true);
        var plugin = Create(loader);
        Assert.Equal(1, plugin.Answer());

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Opened for this test alone: nobody holds it.
            }
            File.Delete(file);
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Empty(plugin.GetType().Assembly.Location);
        Assert.Equal(1, plugin.Answer());
    }

    [Fact]
    public void LoadDefaultAssembly_CalledTwice_GivesTheSameAssembly()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(
            One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)], config => config.LoadInMemory = true);

        Assert.Same(loader.LoadDefaultAssembly(), loader.LoadDefaultAssembly());
    }

    [Fact]
    public void EnterContextualReflection_MakesThePluginsContextTheCurrentOne()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);

        using (loader.EnterContextualReflection())
            Assert.Same(loader.LoadContext, AssemblyLoadContext.CurrentContextualReflectionContext);

        Assert.NotSame(loader.LoadContext, AssemblyLoadContext.CurrentContextualReflectionContext);
    }

    [Fact]
    public void LoadDefaultAssembly_AfterDispose_Throws()
    {
        var loader = PluginLoader.CreateFromAssemblyFile(One, isUnloadable: true, sharedTypes: [typeof(IFixturePlugin)]);
        loader.Dispose();
        loader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => loader.LoadDefaultAssembly());
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    public void IsUnloadable_FollowsTheConfiguration(bool unloadable, bool hotReload, bool expected)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(One, config =>
        {
            config.IsUnloadable = unloadable;
            config.EnableHotReload = hotReload;
        });

        Assert.Equal(expected, loader.IsUnloadable);
    }
}
