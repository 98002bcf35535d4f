using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>Finds the sample data: beside the program, or in the repository that the program was built in.</summary>
internal static class SampleFolder
{
    /// <exception cref="UserException">There is none.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "samples", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }
        throw new UserException($"The sample data is missing: there is no folder 'samples/data' at or above '{AppContext.BaseDirectory}'.");
    }
}
