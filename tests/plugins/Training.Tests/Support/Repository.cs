namespace Training.Tests.Support;

/// <summary>Finds what the repository ships, from where the tests run.</summary>
internal static class Repository
{
    public static string Find(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, path);
            if (Directory.Exists(Path.Combine(folder, "sdk")) && Path.Exists(candidate))
                return candidate;
        }
        throw new FileNotFoundException($"'{path}' is not in the repository.", path);
    }
}
