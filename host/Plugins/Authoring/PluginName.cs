using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>The name of a new plugin in the forms it is needed in.</summary>
/// <param name="Name">Of its folder, projects and namespace, such as MeanGrey.</param>
/// <param name="Id">Such as mean-grey.</param>
/// <param name="Title">Such as "Mean grey".</param>
internal sealed record PluginName(string Name, string Id, string Title)
{
    private const int LongestName = 60;

    private static readonly string[] Namespaces = ["System", "Microsoft", "TorchSharp", "SkiaSharp", "VolumeViewer", "Xunit"];

    // Names of devices, which Windows does not let a folder have.
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    private static readonly string[] ImplicitNamespaces = ["System", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];

    /// <summary>Understands MeanGrey, mean-grey, mean_grey and "mean grey" as the same name.</summary>
    /// <exception cref="UserException">It cannot be a name.</exception>
    public static PluginName Parse(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]) || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ' '))
            throw Refuse(text, "it must begin with a letter and have only the letters a to z, digits, '-', '_' and blanks");
        if (text.Length > LongestName)
            throw Refuse(text, $"it has {text.Length} letters, more than {LongestName}");
        var words = text.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var id = ParameterSchema.KebabCase(name);
        if (Devices.Contains(id))
            throw Refuse(text, "Windows has a device of that name");
        if (Namespaces.Contains(name, StringComparer.OrdinalIgnoreCase) || IsType(name))
            throw Refuse(text, $"'{name}' is the name of a type or namespace that plugins use; add a word to it, for example {name}Plus");
        return new PluginName(name, id, char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' '));
    }

    // A namespace of a type's name would hide the type.
    private static bool IsType(string name) =>
        Array.Exists([typeof(IPlugin).Assembly, typeof(INetwork).Assembly], assembly => Array.Exists(assembly.GetExportedTypes(), type => Named(type, name)))
        || Array.Exists([typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(Stack<>).Assembly], assembly =>
            Array.Exists(assembly.GetExportedTypes(), type => ImplicitNamespaces.Contains(type.Namespace) && Named(type, name)));

    private static bool Named(Type type, string name) => type.Name.Split('`')[0] == name;

    private static UserException Refuse(string text, string reason) => new($"'{text}' cannot be the name of a plugin: {reason}.");
}
