using System.Runtime.CompilerServices;

namespace VolumeViewer.Host.Tests;

/// <summary>Keeps the tests out of the folders of whoever runs them.</summary>
internal static class UserHome
{
    [ModuleInitializer]
    internal static void Move() => Environment.SetEnvironmentVariable(
        UserFolders.HomeVariable, Path.Combine(Path.GetTempPath(), $"volumeviewer-test-home-{Environment.ProcessId}"));
}
