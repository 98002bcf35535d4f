namespace VolumeViewer.Plugins.Training.Data;

/// <summary>Orders names as people do: runs of digits by their number, so that 9 comes before 10.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    internal static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (left.Length > 0 && right.Length > 0)
        {
            var a = Run(left);
            var b = Run(right);
            var order = char.IsDigit(a[0]) && char.IsDigit(b[0]) ? CompareNumbers(a, b) : a.CompareTo(b, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
            left = left[a.Length..];
            right = right[b.Length..];
        }
        var byLength = left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && char.IsDigit(text[length]) == char.IsDigit(text[0]))
            length++;
        return text[..length];
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
