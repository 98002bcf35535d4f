namespace VolumeViewer.Host.Panels;

/// <summary>How well a text answers to what was typed: its letters in this order, best at the starts of words and side by side.</summary>
/// <param name="Score">Higher is better; comparable between texts for the same query.</param>
/// <param name="Positions">The letters of the text that were matched, ascending.</param>
internal sealed record FuzzyMatch(double Score, IReadOnlyList<int> Positions)
{
    private const double WordStart = 10, TextStart = 4, Adjacent = 7, Letter = 1, Gap = -0.3, Length = -0.05;

    /// <summary>Every word of the query must be found, in any order. An empty query matches everything with score 0.</summary>
    /// <returns>Null where a word is not found.</returns>
    public static FuzzyMatch? Of(string query, string text)
    {
        var (score, positions) = (0.0, new SortedSet<int>());
        foreach (var word in query.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (OfWord(word, text) is not { } match)
                return null;
            score += match.Score;
            positions.UnionWith(match.Positions);
        }
        return new FuzzyMatch(positions.Count == 0 ? 0 : score + (text.Length * Length), [.. positions]);
    }

    // best[i, j]: the best score with letter i of the word upon letter j of the text.
    private static (double Score, List<int> Positions)? OfWord(string word, string text)
    {
        if (word.Length > text.Length)
            return null;
        var best = new double[word.Length, text.Length];
        var from = new int[word.Length, text.Length];
        for (var i = 0; i < word.Length; i++)
        {
            // The best place for the letter before, its distance counted in; not the neighbour, which is looked at by itself.
            var (far, farAt) = (double.NegativeInfinity, -1);
            for (var j = 0; j < text.Length; j++)
            {
                if (i > 0 && j > 1)
                {
                    far += Gap;
                    if (best[i - 1, j - 2] + Gap > far)
                        (far, farAt) = (best[i - 1, j - 2] + Gap, j - 2);
                }
                (best[i, j], from[i, j]) = (double.NegativeInfinity, -1);
                if (char.ToUpperInvariant(word[i]) != char.ToUpperInvariant(text[j]))
                    continue;
                var own = Letter + (IsWordStart(text, j) ? WordStart : 0) + (j == 0 ? TextStart : 0);
                var beside = i > 0 && j > 0 ? best[i - 1, j - 1] + Adjacent : double.NegativeInfinity;
                if (i == 0)
                    best[i, j] = own + (j * Gap / 10);
                else if (beside >= far)
                    (best[i, j], from[i, j]) = (own + beside, j - 1);
                else
                    (best[i, j], from[i, j]) = (own + far, farAt);
            }
        }
        var last = word.Length - 1;
        var end = Enumerable.Range(0, text.Length).MaxBy(j => best[last, j]);
        if (double.IsNegativeInfinity(best[last, end]))
            return null;
        var positions = new List<int>();
        for (var (i, j) = (last, end); i >= 0; i--)
        {
            positions.Add(j);
            j = from[i, j];
        }
        return (best[last, end], positions);
    }

    private static bool IsWordStart(string text, int at) => char.IsLetterOrDigit(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || (char.IsUpper(text[at]) && char.IsLower(text[at - 1])));
}
