using System.Runtime.CompilerServices;

namespace VolumeViewer.Host.Tests;

/// <summary>The user's own folders of this test run: a temporary one, for these tests and the programs they start.</summary>
internal static class TestHome
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("volumeviewer-home-").FullName;

    [ModuleInitializer]
    internal static void Move()
    {
        Environment.SetEnvironmentVariable(UserFolders.HomeVariable, Path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path, recursive: true);
    }
}
