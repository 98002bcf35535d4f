using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>
/// What a plugin's manifest says, for a plugin of one source file: taken from the file's name, and from comment lines like "// version: 1.2.0" at its top.
/// </summary>
internal sealed record SourceHeader
{
    private SourceHeader(string path, string id) => (Path, Id, Name) = (path, id, System.IO.Path.GetFileNameWithoutExtension(path));

    public string Path { get; }

    /// <summary>The file's name in kebab case, unless the header says otherwise.</summary>
    public string Id { get; private set; }

    public string Name { get; private set; }

    public string Version { get; private set; } = "0.0.0";

    /// <summary>This program's own minor version, unless the header says otherwise: the source is compiled against it.</summary>
    public string Sdk { get; private set; } = $">={SdkVersion.Current.ToString(2)} <{SdkVersion.Current.Major}.{SdkVersion.Current.Minor + 1}";

    public string Description { get; private set; } = "";

    public IReadOnlyList<string> Authors { get; private set; } = [];

    public string Licence { get; private set; } = "";

    /// <summary>Facts that cannot be used.</summary>
    public IReadOnlyList<SourceDiagnostic> Faults { get; private set; } = [];

    /// <summary>
    /// Fixed by the file's name: contexts keep equal names apart, and stack traces read the same after each change. The prefix keeps a file from taking the
    /// place of an assembly that plugins share with the program.
    /// </summary>
    public string AssemblyName => $"VolumeViewer.Source.{new string([.. System.IO.Path.GetFileNameWithoutExtension(Path).Select(Letter)])}";

    /// <summary>Reads the comment lines above the first line of code; needs no compiler.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="text">What is in it.</param>
    public static SourceHeader Read(string path, string text)
    {
        var header = new SourceHeader(path, IdOf(System.IO.Path.GetFileNameWithoutExtension(path)));
        var faults = new List<SourceDiagnostic>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.IsEmpty)
                continue;
            if (!line.StartsWith("//", StringComparison.Ordinal))
                break;
            var colon = line.IndexOf(':');
            if (colon > 0 && header.Take(line[2..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString()) is { } fault)
                faults.Add(new SourceDiagnostic(path, number, raw.IndexOf("//", StringComparison.Ordinal) + 1, SourceSeverity.Error, "VV0001", fault));
        }
        header.Faults = faults;
        return header;
    }

    // Returns what is wrong. Other comments look the same up to the colon, so what is not a fact's name is not looked at.
    private string? Take(string fact, string value)
    {
        switch (fact)
        {
            case "id" when value.Length > 0 && IdOf(value) == value:
                Id = value;
                return null;
            case "id":
                return $"The id '{value}' is not in kebab case; write it like '{IdOf(value)}'.";
            case "version" when System.Version.TryParse(value, out _):
                Version = value;
                return null;
            case "version":
                return $"'{value}' is no version; write it like 1.2.0.";
            case "sdk":
                return TakeSdk(value);
            case "name":
                Name = value;
                return null;
            case "description":
                Description = value;
                return null;
            case "authors":
                Authors = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return null;
            case "licence":
                Licence = value;
                return null;
            default:
                return null;
        }
    }

    private string? TakeSdk(string range)
    {
        try
        {
            VersionRange.Parse(range);
            Sdk = range;
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    private static string IdOf(string name)
    {
        var id = new StringBuilder();
        foreach (var letter in ParameterSchema.KebabCase(name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }
        var text = id.ToString().TrimEnd('-');
        return text.Length > 0 ? text : "plugin";
    }

    private static char Letter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_';
}
