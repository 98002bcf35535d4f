using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>What stands before the voxels of a slice.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Maximum">The greatest grey; above 255 a voxel takes two bytes.</param>
internal sealed record GreyMapHeader(int Height, int Width, int Maximum)
{
    // Larger numbers are damage, not images.
    private const int MaxLength = 65535;

    /// <summary>Bytes of the voxels.</summary>
    public int ByteCount => checked(Height * Width * (Maximum < 256 ? 1 : 2));

    /// <summary>Reads a header and moves on to the first voxel.</summary>
    /// <exception cref="VolumeReadException">There is none.</exception>
    public static GreyMapHeader Read(byte[] bytes, ref int at, string path)
    {
        if (bytes.Length - at < 2 || bytes[at] != 'P' || bytes[at + 1] != '5')
            throw new VolumeReadException(path, $"no grey map begins at byte {at}: the letters 'P5' are missing.");
        at += 2;
        var width = Number(bytes, ref at, path, "width", MaxLength);
        var height = Number(bytes, ref at, path, "height", MaxLength);
        var maximum = Number(bytes, ref at, path, "greatest grey", ushort.MaxValue);
        // Exactly one blank stands between the header and the voxels, which may look like blanks themselves.
        at++;
        if ((long)height * width * 2 > Array.MaxLength)
            throw new VolumeReadException(path, $"{height} × {width} voxels are more than a slice can have.");
        return new GreyMapHeader(height, width, maximum);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Height} × {Width} with greys to {Maximum}";

    private static int Number(byte[] bytes, ref int at, string path, string name, int largest)
    {
        while (at < bytes.Length && (char.IsWhiteSpace((char)bytes[at]) || bytes[at] == '#'))
        {
            // A comment goes on to the end of its line.
            if (bytes[at] == '#')
            {
                while (at < bytes.Length && bytes[at] != '\n')
                    at++;
            }
            else
            {
                at++;
            }
        }
        var start = at;
        var number = 0L;
        while (at < bytes.Length && char.IsAsciiDigit((char)bytes[at]) && number <= largest)
            number = (number * 10) + bytes[at++] - '0';
        return at > start && number >= 1 && number <= largest
            ? (int)number
            : throw new VolumeReadException(path, $"at byte {start} a {name} from 1 to {largest} should stand.");
    }
}
