using System.Globalization;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Which features are measured, and the place of each in the list of all.</summary>
internal sealed class FeatureSettings
{
    /// <summary>The most features: their number is a byte in the nodes of a tree.</summary>
    public const int MaxCount = 256;

    public const double LeastScale = 0.3;
    public const double GreatestScale = 64;

    private readonly Dictionary<(int Scale, FeatureKinds Kind), int> _places = [];
    private readonly List<string> _names = [];

    /// <param name="scales">σ in voxels of the finest axis.</param>
    /// <param name="kinds">What to measure at each.</param>
    /// <param name="dimensions">3 to look at neighbouring slices too, 2 to look at each slice alone.</param>
    /// <exception cref="UserException">There is no scale, one out of range or twice, nothing to measure, or there are too many features.</exception>
    public FeatureSettings(IEnumerable<double> scales, FeatureKinds kinds, int dimensions)
    {
        (Scales, Kinds, Dimensions) = ([.. scales.Order()], kinds, dimensions);
        if (Scales.Count == 0)
            throw new UserException("--scales: there is none; give the scales of the features, such as 1,2,4,8.");
        if (Scales.FirstOrDefault(scale => !(scale >= LeastScale && scale <= GreatestScale), double.NaN) is var wrong && !double.IsNaN(wrong))
            throw new UserException($"--scales: {wrong} is not between {LeastScale} and {GreatestScale} voxels.");
        if (Scales.Distinct().Count() < Scales.Count)
            throw new UserException($"--scales: {Join()} has a scale twice; leave it out.");
        if (kinds == 0)
            throw new UserException($"--features: nothing is to be measured; give some of {string.Join(", ", KindNames)}.");
        if (Has(FeatureKinds.Grey))
            Add(-1, FeatureKinds.Grey, 1);
        for (var scale = 0; scale < Scales.Count; scale++)
        {
            foreach (var kind in SingleKinds.Where(kind => kind != FeatureKinds.Grey && Has(kind)))
                Add(scale, kind, kind is FeatureKinds.Hessian or FeatureKinds.Structure ? dimensions : 1);
        }
        if (Count > MaxCount)
            throw new UserException($"--scales: {Scales.Count} scales give {Count} features, {MaxCount} are the most; take fewer scales, or fewer --features.");
    }

    /// <summary>The choices of --features.</summary>
    public static IEnumerable<string> KindNames => SingleKinds.Select(kind => ParameterSchema.KebabCase(kind.ToString()));

    /// <summary>σ in voxels of the finest axis, rising.</summary>
    public IReadOnlyList<double> Scales { get; }

    public FeatureKinds Kinds { get; }

    public int Dimensions { get; }

    public int Count => _names.Count;

    /// <summary>By place, such as "Hessian 2, σ = 1.6".</summary>
    public IReadOnlyList<string> Names => _names;

    private static IEnumerable<FeatureKinds> SingleKinds => Enum.GetValues<FeatureKinds>().Where(kind => kind != FeatureKinds.All);

    /// <summary>Reads a list such as "gaussian,hessian"; empty stands for all.</summary>
    /// <exception cref="UserException">A name is none of <see cref="KindNames"/>.</exception>
    public static FeatureKinds ParseKinds(string text)
    {
        var kinds = (FeatureKinds)0;
        foreach (var name in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var kind = SingleKinds.FirstOrDefault(each => string.Equals(each.ToString(), name, StringComparison.OrdinalIgnoreCase));
            kinds |= kind != 0 ? kind : throw new UserException($"--features: there is no feature '{name}'; there are: {string.Join(", ", KindNames)}.");
        }
        return kinds == 0 ? FeatureKinds.All : kinds;
    }

    public bool Has(FeatureKinds kind) => (Kinds & kind) != 0;

    /// <summary>The first place of a feature, or −1 where it is not measured.</summary>
    public int Place(int scale, FeatureKinds kind) => _places.GetValueOrDefault((kind == FeatureKinds.Grey ? -1 : scale, kind), -1);

    private string Join() => string.Join(",", Scales.Select(scale => scale.ToString(CultureInfo.InvariantCulture)));

    private void Add(int scale, FeatureKinds kind, int parts)
    {
        _places.Add((scale, kind), _names.Count);
        var name = kind.ToString();
        for (var part = 1; part <= parts; part++)
            _names.Add(name + (parts > 1 ? $" {part}" : "") + (scale >= 0 ? $", σ = {Scales[scale].ToString(CultureInfo.InvariantCulture)}" : ""));
    }
}
