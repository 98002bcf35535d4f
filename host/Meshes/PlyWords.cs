using System.Globalization;

namespace VolumeViewer.Host.Meshes;

/// <summary>Words with blanks or line ends between them.</summary>
internal sealed class PlyWords(TextWords words, int headerLines) : IPlyCells
{
    public void Read(ReadOnlySpan<string> types, Span<double> numbers)
    {
        for (var index = 0; index < types.Length; index++)
        {
            var word = words.Next() ?? throw new EndOfStreamException($"it ends in line {headerLines + words.Line}, before all that its header names has come.");
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index]))
                throw new FormatException($"line {headerLines + words.Line} has {TextWords.Quoted(word)} where a number belongs.");
        }
    }
}
