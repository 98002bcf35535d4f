using System.Reflection.PortableExecutable;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>A plugin's folder as the program wants it, checked without running its code.</summary>
internal static class PluginFolder
{
    /// <summary>More files or bytes than any plugin has; an archive of that size is a mistake or an attack.</summary>
    public const int MaxFiles = 10_000;

    /// <inheritdoc cref="MaxFiles"/>
    public const long MaxBytes = 4L << 30;

    /// <summary>Checks manifest, SDK range and entry assembly.</summary>
    /// <returns>The manifest.</returns>
    /// <exception cref="PluginException">Something is wrong.</exception>
    public static PluginManifest Check(string folder)
    {
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            throw new PluginException($"'{folder}' is no plugin: it has no {PluginManifest.FileName}. Give the folder of a plugin, or of a project that makes one.");
        var manifest = PluginManifest.Read(folder);
        if (!VersionRange.Parse(manifest.Sdk).Contains(SdkVersion.Current))
        {
            throw new PluginException($"The plugin '{manifest.Id}' {manifest.Version} asks for SDK {manifest.Sdk}, this program has {SdkVersion.Current}. "
                + "Get a version of the plugin for this SDK, or another version of the program.");
        }
        var assembly = Path.Combine(folder, manifest.Assembly);
        if (!File.Exists(assembly))
            throw new PluginException($"'{folder}' has no '{manifest.Assembly}', which {PluginManifest.FileName} names as the plugin's assembly. Build the plugin first.");
        if (!IsManaged(assembly))
            throw new PluginException($"'{assembly}' is no .NET assembly, or is damaged. Build the plugin again.");
        return manifest;
    }

    /// <summary>The files of a plugin: path relative to its folder with forward slashes, and full path. By path.</summary>
    /// <exception cref="PluginException">There are absurdly many, or one is a link.</exception>
    public static IReadOnlyList<(string Name, string File)> Files(string folder)
    {
        var files = new List<(string Name, string File)>();
        var bytes = 0L;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is not null)
                throw new PluginException($"'{entry.FullName}' is a link; a plugin's folder holds its files themselves.");
            if (entry is not FileInfo file)
                continue;
            bytes += file.Length;
            files.Add((Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName));
            CheckSize(folder, files.Count, bytes);
        }
        files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return files;
    }

    /// <exception cref="PluginException">More than a plugin has.</exception>
    public static void CheckSize(string path, int files, long bytes)
    {
        if (files > MaxFiles)
            throw new PluginException($"'{path}' has more than {MaxFiles} files. That is no plugin.");
        if (bytes > MaxBytes)
            throw new PluginException($"'{path}' has more than {MaxBytes >> 30} GiB. That is no plugin.");
    }

    private static bool IsManaged(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            return image.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
