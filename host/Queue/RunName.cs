using System.Text;

namespace VolumeViewer.Host.Queue;

/// <summary>Names of folders that tell what their runs have and the others have not.</summary>
internal static class RunName
{
    private const int MostLetters = 100;

    /// <summary>Such as "learning-rate=0.001_seed=2"; "" where nothing varies.</summary>
    public static string Of(IEnumerable<VariedValue> varied)
    {
        var name = string.Join('_', varied.Select(value => $"{value.Name}={Plain(value.Value)}"));
        return name.Length <= MostLetters ? name : name[..MostLetters];
    }

    /// <summary>A name that is not taken yet: with a number behind it, if need be.</summary>
    public static string Free(string path, Func<string, bool> isTaken)
    {
        if (!isTaken(path))
            return path;
        var number = 2;
        while (isTaken($"{path}-{number}"))
            number++;
        return $"{path}-{number}";
    }

    // What some system does not allow in names, and the separators of paths.
    private static string Plain(string value)
    {
        var plain = new StringBuilder();
        foreach (var letter in value.Length == 0 ? "none" : value)
            plain.Append(char.IsLetterOrDigit(letter) || letter is '.' or '-' or '+' or ',' or '=' ? letter : '-');
        return plain.ToString().TrimEnd('.');
    }
}
