using System.Text.RegularExpressions;

namespace VolumeViewer.Host.Recipes;

/// <summary>"@input", "@input/file/in/its/folder", "@step", "@step.layer" or "@step/folder".</summary>
/// <param name="Target">Name of an input of the recipe, or id of a step.</param>
/// <param name="Layer">Name of one of the step's layers, or its number from 1; null for the first.</param>
/// <param name="File">A file or folder in the folder of the input, relative to it; null for the input itself, and with steps.</param>
internal sealed partial record RecipeReference(string Target, string? Layer, string? File)
{
    private const string FolderOfStep = "folder";

    public static bool IsReference(string text) => text.StartsWith('@');

    /// <summary>Whether a text can name an input or a step.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Null where the text has another form.</summary>
    public static RecipeReference? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success ? new RecipeReference(match.Groups[1].Value, Part(match.Groups[2]), Part(match.Groups[3]) is { } file && file != FolderOfStep ? file : null) : null;
    }

    private static string? Part(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^@([A-Za-z0-9][A-Za-z0-9_-]*)(?:\.(.+)|/(.+))?\z")]
    private static partial Regex Form();
}
