namespace VolumeViewer.Host.Plugins;

/// <summary>Versions a plugin works with, written like "&gt;=0.1 &lt;0.2": every condition must hold.</summary>
internal sealed class VersionRange
{
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    private readonly string _text;
    private readonly List<(string Operator, Version Version)> _conditions = [];

    private VersionRange(string text) => _text = text;

    /// <exception cref="FormatException">The text is not a list of conditions.</exception>
    public static VersionRange Parse(string text)
    {
        var range = new VersionRange(text);
        foreach (var condition in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var comparison = Operators.FirstOrDefault(condition.StartsWith)
                ?? throw new FormatException($"'{condition}' in the version range '{text}' does not begin with one of {string.Join(" ", Operators)}.");
            if (!Version.TryParse(condition[comparison.Length..], out var version))
                throw new FormatException($"'{condition}' in the version range '{text}' names no version such as 0.1 or 1.2.3.");
            range._conditions.Add((comparison, Normalise(version)));
        }
        return range._conditions.Count > 0 ? range : throw new FormatException("The version range is empty; write for example \">=0.1 <0.2\".");
    }

    public bool Contains(Version version)
    {
        var compared = Normalise(version);
        return _conditions.TrueForAll(condition => condition.Operator switch
        {
            ">=" => compared >= condition.Version,
            "<=" => compared <= condition.Version,
            ">" => compared > condition.Version,
            "<" => compared < condition.Version,
            _ => compared == condition.Version,
        });
    }

    public override string ToString() => _text;

    // Version counts a missing part as smaller than zero.
    private static Version Normalise(Version version) => new(version.Major, version.Minor, Math.Max(version.Build, 0));
}
