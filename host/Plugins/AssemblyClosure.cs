using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace VolumeViewer.Host.Plugins;

/// <summary>Follows the references of a plugin's assembly, to tell whether its folder is complete before any of it runs.</summary>
internal static class AssemblyClosure
{
    /// <summary>What is missing, in a sentence, or null.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="assemblyFile">The name of its assembly's file in it.</param>
    public static string? Missing(string folder, string assemblyFile)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>([assemblyFile]);
        while (pending.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            var file = Path.Combine(folder, name);
            if (!File.Exists(file))
            {
                if (name == assemblyFile)
                    return $"Its assembly '{name}' is missing from '{folder}'. Build or install the plugin again.";
                if (!HostHas(Path.GetFileNameWithoutExtension(name)))
                    return $"It needs '{name}', which is neither in '{folder}' nor part of the program. Build or install the plugin again, with all it depends on.";
                continue;
            }
            try
            {
                foreach (var reference in References(file))
                    pending.Enqueue(reference + ".dll");
            }
            catch (Exception problem) when (problem is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                return $"'{name}' is no complete assembly: {problem.Message} Copy it again, or build the plugin again.";
            }
        }
        return null;
    }

    private static List<string> References(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(stream);
        // A file that is still being written may have its headers and metadata already.
        foreach (var section in image.PEHeaders.SectionHeaders)
        {
            if ((long)section.PointerToRawData + section.SizeOfRawData > stream.Length)
                throw new BadImageFormatException($"It ends after {stream.Length} bytes, in the middle of a section.");
        }
        if (!image.HasMetadata)
            return [];
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool HostHas(string name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new System.Reflection.AssemblyName(name)) is not null;
        }
        catch (Exception problem) when (problem is IOException or BadImageFormatException)
        {
            return false;
        }
    }
}
