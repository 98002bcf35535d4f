using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>What the voxels get that are taken from a phase.</summary>
internal readonly record struct Replacement
{
    public const string Surroundings = "surroundings";

    public const string Help = "What voxels get that are taken away: 'surroundings' for what is around them, 'unlabelled', or the name of a phase.";

    private Replacement(byte? label) => Label = label;

    /// <summary>The label, or null for what is around them.</summary>
    public byte? Label { get; }

    /// <exception cref="UserException">The text is none of the words and no phase.</exception>
    public static Replacement Parse(string text, PhaseTable phases) => new(
        text.Trim().Equals(Surroundings, StringComparison.OrdinalIgnoreCase) || text.Trim().Length == 0 ? null
        : PhaseSet.IsUnlabelled(text) ? LabelVolume.Unlabelled
        : (byte)phases.Find(text.Trim()));
}
