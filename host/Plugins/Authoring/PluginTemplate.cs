using System.Text;
using System.Xml.Linq;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>Writes the folder of a new plugin from the templates inside this assembly.</summary>
internal static class PluginTemplate
{
    private const string Prefix = "Templates/";

    /// <summary>The file names of the templates of a kind, as they are before the plugin's name is put in.</summary>
    public static IReadOnlyList<string> Files(PluginKind kind) => [.. Resources(kind).Keys];

    /// <summary>Writes the folder; it appears complete or not at all.</summary>
    /// <param name="name">Of the plugin.</param>
    /// <param name="kind">What it brings.</param>
    /// <param name="parent">The folder to make it in; made if it does not exist.</param>
    /// <param name="programFolder">Where the program lies whose SDK it references.</param>
    /// <returns>The new folder.</returns>
    /// <exception cref="UserException">There is something of that name already.</exception>
    public static string Write(PluginName name, PluginKind kind, string parent, string programFolder)
    {
        var folder = Path.GetFullPath(Path.Combine(parent, name.Name));
        if (Path.Exists(folder))
            throw new UserException($"'{folder}' exists already, and is left as it is. Give another name, or another folder with --out.");
        Directory.CreateDirectory(parent);
        var tokens = Tokens(name, kind, programFolder);
        using var staging = StagingFolder.Beside(folder);
        foreach (var (path, resource) in Resources(kind))
        {
            var file = Path.Combine(staging.Path, Fill(path, tokens));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // Only text that goes into XML needs its special letters written out.
            var isXml = Path.GetExtension(file) is ".props" or ".csproj" or ".slnx" or ".targets";
            File.WriteAllText(file, Fill(Read(resource), isXml ? tokens.ToDictionary(pair => pair.Key, pair => Xml(pair.Value)) : tokens));
        }
        File.WriteAllText(Path.Combine(staging.Path, ManifestSchema.FileName), ManifestSchema.Text);
        staging.MoveTo(folder);
        return folder;
    }

    /// <summary>The range of SDK versions that a plugin made now works with: what semantic versioning promises.</summary>
    public static string SdkRange(Version sdk) =>
        sdk.Major == 0 ? $">={sdk.Major}.{sdk.Minor} <{sdk.Major}.{sdk.Minor + 1}" : $">={sdk.Major}.{sdk.Minor} <{sdk.Major + 1}.0";

    private static Dictionary<string, string> Tokens(PluginName name, PluginKind kind, string programFolder)
    {
        var (contributions, verb, description) = kind switch
        {
            PluginKind.Segmenter => ("operations", "segment.", "Segments by a threshold with hysteresis."),
            PluginKind.Network => ("networks", "", "A small network of dilated convolutions."),
            PluginKind.Measurement => ("operations", "measure.", "Measures how much of a volume each phase takes, and where."),
            PluginKind.Generator => ("operations", "generate.", "Generates overlapping spheres."),
            PluginKind.Reader => ("readers", "", "Reads portable grey maps."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of plugin."),
        };
        var tokens = new Dictionary<string, string>
        {
            ["__Name__"] = name.Name,
            ["__id__"] = name.Id,
            ["__Title__"] = name.Title,
            ["__kind__"] = ParameterSchema.KebabCase(kind.ToString()),
            ["__description__"] = description,
            ["__contributions__"] = contributions,
            ["__contribution__"] = verb + name.Id,
            ["__sdk__"] = SdkRange(SdkVersion.Current),
            ["__VolumeViewerFolder__"] = Path.TrimEndingDirectorySeparator(Path.GetFullPath(programFolder)),
        };
        foreach (var package in XDocument.Parse(Read(Prefix + "Directory.Packages.props")).Descendants("PackageVersion"))
            tokens[$"__version:{package.Attribute("Include")!.Value}__"] = package.Attribute("Version")!.Value;
        return tokens;
    }

    // What a kind has of its own takes the place of what is common to all.
    private static SortedDictionary<string, string> Resources(PluginKind kind)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in (string[])["common", ParameterSchema.KebabCase(kind.ToString())])
        {
            foreach (var resource in typeof(PluginTemplate).Assembly.GetManifestResourceNames())
            {
                var path = resource.Replace('\\', '/');
                if (path.StartsWith($"{Prefix}{group}/", StringComparison.Ordinal))
                    files[path[(Prefix.Length + group.Length + 1)..].Replace("_gitignore", ".gitignore", StringComparison.Ordinal)] = resource;
            }
        }
        return files;
    }

    private static string Read(string resource)
    {
        using var stream = typeof(PluginTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without its template '{resource}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Fill(string text, Dictionary<string, string> tokens) =>
        tokens.Aggregate(text, (filled, token) => filled.Replace(token.Key, token.Value, StringComparison.Ordinal));

    private static string Xml(string text) => new XText(text).ToString().Replace("$(", "%24(", StringComparison.Ordinal).Replace("@(", "%40(", StringComparison.Ordinal);
}
