using System.IO.Compression;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>A plugin's folder as a zip file.</summary>
internal static class PluginArchive
{
    // Equal folders make equal archives, whenever they are packed.
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int LinkType = 0xA000;
    private const int TypeMask = 0xF000;

    /// <summary>Packs a plugin's folder under the plugin's id; the file appears complete or not at all.</summary>
    /// <exception cref="UserException">The folder is no plugin, or the file cannot be written.</exception>
    public static void Write(string folder, string path)
    {
        var manifest = PluginFolder.Check(folder);
        if (OutputPath.IsFolder(path))
            throw new UserException($"'{path}' is a folder. Give the name of a file.");
        OutputPath.Check(path);
        var files = PluginFolder.Files(folder);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var archive = ZipFile.Open(temporary, ZipArchiveMode.Create))
            {
                foreach (var (name, file) in files)
                {
                    var entry = archive.CreateEntry($"{manifest.Id}/{name}", CompressionLevel.Optimal);
                    entry.LastWriteTime = EntryTime;
                    using var source = File.OpenRead(file);
                    using var target = entry.Open();
                    source.CopyTo(target);
                }
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be written: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Unpacks a plugin into an empty folder. Nothing is ever written outside of it.</summary>
    /// <param name="path">The zip file; plugin.json is at its top, or in the one folder there.</param>
    /// <param name="folder">An existing, empty folder.</param>
    /// <exception cref="PluginException">The file is damaged, no plugin, absurdly large, or tries to write elsewhere.</exception>
    public static void Extract(string path, string folder)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            PluginFolder.CheckSize(path, archive.Entries.Count, 0);
            var files = archive.Entries.Select(entry => (Entry: entry, Name: SafeName(entry, path))).Where(item => !item.Name.EndsWith('/')).ToList();
            var top = TopOf(files.Select(item => item.Name), path);
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var left = PluginFolder.MaxBytes;
            foreach (var (entry, name) in files.Where(item => item.Name.StartsWith(top, StringComparison.Ordinal)))
            {
                if (!names.Add(name))
                    throw new PluginException($"'{path}' has '{name}' twice.");
                var file = Path.Combine(folder, name[top.Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                using var source = entry.Open();
                using var target = new FileStream(file, FileMode.CreateNew);
                left -= Copy(source, target, left, path);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException)
        {
            throw new PluginException($"'{path}' is no zip file, or a damaged one: {problem.Message}", problem);
        }
    }

    private static string SafeName(ZipArchiveEntry entry, string path)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (((entry.ExternalAttributes >> 16) & TypeMask) == LinkType)
            throw new PluginException($"'{path}' has the link '{name}'; a plugin holds its files themselves. Nothing was unpacked.");
        if (name.Length == 0 || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
            || name.Split('/').Any(part => part is ".." or "."))
        {
            throw new PluginException($"'{path}' has an entry '{name}' that leads out of the plugin's folder. Nothing was unpacked; do not trust this file.");
        }
        return name;
    }

    private static string TopOf(IEnumerable<string> names, string path)
    {
        var manifests = names.Where(name => Path.GetFileName(name) == PluginManifest.FileName && name.Count(letter => letter == '/') <= 1)
            .OrderBy(name => name.Length).ToList();
        if (manifests.Count == 0)
            throw new PluginException($"'{path}' is no plugin: it has no {PluginManifest.FileName} at its top or in a folder there.");
        if (manifests.Count > 1 && manifests[0].Contains('/', StringComparison.Ordinal))
            throw new PluginException($"'{path}' has several plugins ({string.Join(", ", manifests.Select(Path.GetDirectoryName))}); install them one at a time.");
        return manifests[0][..^PluginManifest.FileName.Length];
    }

    // The lengths that an archive states may be lies, so that what comes out is counted.
    private static long Copy(Stream source, Stream target, long limit, string path)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            total += read;
            if (total > limit)
                PluginFolder.CheckSize(path, 0, long.MaxValue);
            target.Write(buffer, 0, read);
        }
        return total;
    }
}
