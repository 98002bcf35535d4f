namespace VolumeViewer.Host.Plugins;

/// <summary>Which plugin took part in a run, exactly.</summary>
/// <param name="Id">Of the plugin.</param>
/// <param name="Version">As its manifest says.</param>
/// <param name="Hash">SHA-256 over its files with code, in lower-case hex; two builds of one version differ here.</param>
internal sealed record PluginStamp(string Id, string Version, string Hash);
