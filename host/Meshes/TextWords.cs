using System.Globalization;
using System.Text;

namespace VolumeViewer.Host.Meshes;

/// <summary>The words of a text, one after the other, and the lines that they stand in.</summary>
internal sealed class TextWords(Stream source) : IDisposable
{
    private readonly StreamReader _reader = new(source, Encoding.ASCII, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
    private string _line = "";
    private int _at;

    /// <summary>The number of the line that the last word stood in, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next word, or null at the end.</summary>
    public string? Next()
    {
        while (true)
        {
            while (_at < _line.Length && char.IsWhiteSpace(_line[_at]))
                _at++;
            if (_at < _line.Length)
                break;
            if (!NextLine())
                return null;
        }
        var first = _at;
        while (_at < _line.Length && !char.IsWhiteSpace(_line[_at]))
            _at++;
        return _line[first.._at];
    }

    /// <summary>Passes over the rest of the line, such as a name with blanks in it.</summary>
    public void SkipLine() => _at = _line.Length;

    /// <summary>Takes a word that must be there.</summary>
    /// <exception cref="FormatException">Another one is.</exception>
    public void Expect(string wanted)
    {
        var word = Next();
        if (!string.Equals(word, wanted, StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"line {Line} has {Quoted(word)} where '{wanted}' belongs.");
    }

    /// <summary>Takes a number.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public double Number()
    {
        var word = Next();
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"line {Line} has {Quoted(word)} where a number belongs.");
    }

    /// <summary>A word for a message, cut where it is long.</summary>
    public static string Quoted(string? word) => word is null ? "its end" : $"'{(word.Length > 40 ? word[..40] + "…" : word)}'";

    public void Dispose() => _reader.Dispose();

    private bool NextLine()
    {
        if (_reader.ReadLine() is not { } line)
            return false;
        (_line, _at) = (line, 0);
        Line++;
        return true;
    }
}
