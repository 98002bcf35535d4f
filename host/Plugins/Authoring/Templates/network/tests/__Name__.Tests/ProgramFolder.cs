using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace __Name__.Tests;

/// <summary>Lets the tests load TorchSharp and its native libraries from where VolumeViewer is installed.</summary>
internal static class ProgramFolder
{
    [ModuleInitializer]
    internal static void LoadFromIt()
    {
        var folder = typeof(ProgramFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "VolumeViewerFolder").Value!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, $"{name.Name}.dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(Path.GetFullPath(file)) : null;
    }
}
