using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Tests.Plugins;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Plugins that come, change and go while the real window is open.</summary>
[Collection("window")]
public sealed class PluginWindowTests
{
    [DisplayFact]
    public void APlugin_DroppedTrustedByAClickReplacedAndDeleted_IsInTheMenuAsLongAsItIsThere()
    {
        using var world = new PluginWorld(PluginRootKind.User);
        using var services = new AppServices(world.Manager);
        var viewer = Scenes.Viewer("a");
        var seen = new List<string>();
        void See(string what) => seen.Add(what);
        bool IsListed(WindowLoop loop) => loop.Bench.Operations.Any(group => group.Items.Any(item => item.Id == "test.build"));
        Func<WindowLoop, bool>[] script =
        [
            loop => Do(() => world.Copy("ReloadOne", "reload")),
            loop => loop.Shell.Trust.TrustButton is not null && !IsListed(loop) && Do(() => See("asked")),
            loop => loop.Shell.Trust.TrustButton is { } button && Do(() => new Pointer(loop.Title).Click(button.Center, Pointer.Left)),
            loop => IsListed(loop) && world.Manager.Plugins.Single().State == PluginState.Active && Do(() => See("in the menu")),
            loop => Do(() => loop.Bench.OpenForm("test.build")),
            loop => loop.Bench.Form is not null && Do(() => See("form open")),
            loop => Do(() => world.Copy("ReloadTwo", "reload")),
            loop => loop.Bench.Trusting?.Manifest!.Version == "2.0.0" && Do(() => See("asked again")),
            loop => Do(() => loop.Bench.Trust(loop.Bench.Trusting!)),
            loop => world.Manager.Plugins.Single() is { State: PluginState.Active, Manifest.Version: "2.0.0" } && Do(() => See("replaced")),
            loop => Do(() => world.Delete("reload")),
            loop => !IsListed(loop) && world.Manager.Plugins.Count == 0 && Do(() => See("gone")),
            _ => world.Manager.Retired.Count == 2 && world.Manager.Retired.All(retired => retired.Prove()) && Do(() => See("out of memory")),
        ];
        WindowScript.Run(services, viewer, script);

        Assert.Equal(["asked", "in the menu", "form open", "asked again", "replaced", "gone", "out of memory"], seen);
        Assert.Single(viewer.Layers);
    }

    private static bool Do(Action action)
    {
        action();
        return true;
    }
}
