namespace VolumeViewer.Sdk;

/// <summary>The entry of a plugin: a public class with a parameterless constructor, one in the assembly that plugin.json names.</summary>
public interface IPlugin
{
    /// <summary>Registers all the plugin brings. Called once, on the first use of the plugin.</summary>
    void Activate(IPluginContext context);
}
