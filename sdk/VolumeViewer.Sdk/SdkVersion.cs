namespace VolumeViewer.Sdk;

/// <summary>The version of these contracts, which plugins ask for in their plugin.json.</summary>
public static class SdkVersion
{
    /// <summary>Major and minor change when contracts do; semantic versioning.</summary>
    public static Version Current { get; } = typeof(SdkVersion).Assembly.GetName().Version is { } version
        ? new Version(version.Major, version.Minor, version.Build)
        : throw new InvalidOperationException("The SDK assembly has no version.");
}
