using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>The ways in which a voxel's phase can differ between two segmentations, each a phase of its own.</summary>
internal sealed class Changes
{
    private const byte Equal = 0;

    // By the newer label and the older one.
    private readonly byte[,] _labels = new byte[256, 256];

    private Changes(PhaseTable phases) => Phases = phases;

    /// <summary>"equal", which is not drawn, and then every change.</summary>
    public PhaseTable Phases { get; }

    /// <summary>One phase for every pair "from → to"; with too many phases for that, one for every phase that voxels left.</summary>
    public static Changes Between(IReadOnlyList<MatchedPhase> matched)
    {
        var isFine = matched.Count * (matched.Count - 1) < PhaseTable.MaxCount;
        var phases = new List<Phase> { new("equal", Rgba.Parse("#5a6370"), Equal, Visible: false) };
        var numbers = new byte[matched.Count, matched.Count];
        for (var from = 0; from < matched.Count; from++)
        {
            if (!isFine)
                phases.Add(Named($"was {matched[from].Name}"));
            for (var to = 0; to < matched.Count; to++)
            {
                if (to == from)
                    continue;
                if (isFine)
                    phases.Add(Named($"{matched[from].Name} → {matched[to].Name}"));
                numbers[to, from] = (byte)(phases.Count - 1);
            }
        }
        var changes = new Changes(new PhaseTable(phases));
        for (var newer = 0; newer < 256; newer++)
        {
            for (var older = 0; older < 256; older++)
            {
                var (to, from) = (PlaceOf(matched, phase => phase.Label == newer), PlaceOf(matched, phase => phase.ReferenceLabel == older));
                changes._labels[newer, older] = to < 0 || from < 0 ? LabelVolume.Unlabelled : numbers[to, from];
            }
        }
        return changes;

        Phase Named(string name) => new(name, PhaseTable.DefaultColor(phases.Count), phases.Count);
    }

    /// <summary>Marks the differences of one slice.</summary>
    public void Mark(ReadOnlySpan<byte> newer, ReadOnlySpan<byte> older, Span<byte> marks)
    {
        for (var i = 0; i < marks.Length; i++)
            marks[i] = _labels[newer[i], older[i]];
    }

    private static int PlaceOf(IReadOnlyList<MatchedPhase> matched, Func<MatchedPhase, bool> condition)
    {
        for (var place = 0; place < matched.Count; place++)
        {
            if (condition(matched[place]))
                return place;
        }
        return -1;
    }
}
