using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Queue;

/// <summary>
/// The text of a parameter in which something may vary: "1e-3 | 3e-4" is a list, "1e-4..1e-2" a range of a number, and "kernels={8|16},kernel-size=3" has a list inside.
/// A bar or brace that is meant as such has a backslash before it; braces without a bar or a range in them are left as they are.
/// </summary>
internal sealed class VariedText
{
    private readonly List<string> _fixed = [];

    private VariedText() { }

    /// <summary>What varies, in the order of the text; empty for a plain text.</summary>
    public List<ValueAxis> Axes { get; } = [];

    /// <summary>Reads the text of a parameter.</summary>
    /// <exception cref="FormatException">A list has an empty place, or a range is none.</exception>
    public static VariedText Parse(ParameterInfo parameter, string text) =>
        Parse(parameter.Name, text, parameter.Type == typeof(int) ? true : parameter.Type == typeof(double) ? false : null, parameter.IsOptional);

    /// <summary>The same for anything with a name.</summary>
    /// <param name="name">Names the axis.</param>
    /// <param name="text">What was written.</param>
    /// <param name="isWhole">Whether a number is whole; null for what is no number.</param>
    /// <param name="mayBeEmpty">Whether a list may have an empty place.</param>
    public static VariedText Parse(string name, string text, bool? isWhole, bool mayBeEmpty)
    {
        var varied = new VariedText();
        var parts = Split(text, '|');
        if (parts.Count > 1 || (isWhole is not null && ValueRange.Parse(text, isWhole, out var fault) is not null | fault is not null))
        {
            varied._fixed.AddRange(["", ""]);
            varied.Axes.Add(new ValueAxis(name, [.. parts.Select(part => Choice(name, part.Trim(), isWhole, isWhole is not null, mayBeEmpty))]));
            return varied;
        }
        varied.ReadBraces(name, text);
        return varied;
    }

    /// <summary>The text with a value for each axis.</summary>
    public string Fill(IReadOnlyList<string> values)
    {
        var text = new StringBuilder(_fixed[0]);
        for (var axis = 0; axis < Axes.Count; axis++)
            text.Append(values[axis]).Append(_fixed[axis + 1]);
        return text.ToString();
    }

    private void ReadBraces(string name, string text)
    {
        var piece = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            if (IsEscape(text, place))
            {
                piece.Append(text[++place]);
                continue;
            }
            var end = text[place] == '{' ? FindClosing(text, place) : -1;
            var inside = end < 0 ? "" : text[(place + 1)..end];
            var parts = Split(inside, '|');
            if (end < 0 || (parts.Count < 2 && ValueRange.Parse(inside, null, out var fault) is null && fault is null))
            {
                piece.Append(text[place]);
                continue;
            }
            _fixed.Add(piece.ToString());
            var axis = NameBefore(piece.ToString()) ?? name;
            piece.Clear();
            Axes.Add(new ValueAxis(axis, [.. parts.Select(part => Choice(axis, part.Trim(), null, mayBeRange: true, mayBeEmpty: true))]));
            place = end;
        }
        _fixed.Add(piece.ToString());
    }

    private static ValueChoice Choice(string name, string part, bool? isWhole, bool mayBeRange, bool mayBeEmpty)
    {
        if (HasBraces(part))
            throw new FormatException($"{name}: '{part}' has a list in braces inside of a list. Write all of it with braces, or all of it with bars.");
        if (part.Length == 0 && !mayBeEmpty)
            throw new FormatException($"{name}: a place of the list is empty. Write it as \"1|2|3\".");
        if (!mayBeRange)
            return new ValueChoice(Plain(part), null);
        var range = ValueRange.Parse(part, isWhole, out var fault);
        return fault is null ? new ValueChoice(range is null ? Plain(part) : part, range) : throw new FormatException($"{name}: {fault}");
    }

    private static bool HasBraces(string part)
    {
        var open = part.IndexOf('{', StringComparison.Ordinal);
        return open >= 0 && FindClosing(part, open) is var end and >= 0 && part.AsSpan(open, end - open).Contains('|');
    }

    // "kernel-size=" before a brace names what varies in it.
    private static string? NameBefore(string text)
    {
        if (!text.EndsWith('='))
            return null;
        var start = text.Length - 1;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_'))
            start--;
        return start < text.Length - 1 ? text[start..^1] : null;
    }

    // Between bars that stand in no braces.
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var place = 0; place < text.Length; place++)
        {
            if (IsEscape(text, place))
                place++;
            else if (text[place] == '{')
                depth++;
            else if (text[place] == '}')
                depth = Math.Max(0, depth - 1);
            else if (text[place] == separator && depth == 0)
            {
                parts.Add(text[start..place]);
                start = place + 1;
            }
        }
        parts.Add(text[start..]);
        return parts;
    }

    private static int FindClosing(string text, int open)
    {
        for (var place = open + 1; place < text.Length; place++)
        {
            if (IsEscape(text, place))
                place++;
            else if (text[place] == '}')
                return place;
        }
        return -1;
    }

    // A backslash before anything else is one of a path.
    private static bool IsEscape(string text, int place) => text[place] == '\\' && place + 1 < text.Length && text[place + 1] is '|' or '{' or '}';

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
            plain.Append(IsEscape(text, place) ? text[++place] : text[place]);
        return plain.ToString();
    }
}
