using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>
/// Opening and closing of a phase by a ball (Serra, Image Analysis and Mathematical Morphology, 1982), each by two distance transforms. The ball is cut off at the faces of the
/// volume, so that doing either twice is doing it once.
/// </summary>
internal static class Opening
{
    public static LabelVolume Open(LabelEdit edit, byte phase, double radius, Replacement replacement)
    {
        var bound = DistanceField.SquaredBound(radius);
        edit.Report(0, "measuring distances");
        var around = new PhaseDistance(edit, phase);
        edit.Report(0.4, "measuring distances");
        var toCore = DistanceField.Squared(edit.Shape, edit.Spacing, (z, sites) => Beyond(around.Squared[z], bound, sites), edit.Parallel);
        return edit.Map("opening", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
                after[i] = before[i] == phase && toCore[z][i] > bound ? around.Replace(replacement, z, i) : before[i];
        });
    }

    public static LabelVolume Close(LabelEdit edit, byte phase, double radius)
    {
        var bound = DistanceField.SquaredBound(radius);
        edit.Report(0, "measuring distances");
        var toPhase = PhaseDistance.To(edit, phase);
        edit.Report(0.4, "measuring distances");
        var toFar = DistanceField.Squared(edit.Shape, edit.Spacing, (z, sites) => Beyond(toPhase[z], bound, sites), edit.Parallel);
        return edit.Map("closing", (z, before, after) =>
        {
            for (var i = 0; i < before.Length; i++)
                after[i] = toFar[z][i] > bound && !float.IsPositiveInfinity(toPhase[z][i]) ? phase : before[i];
        });
    }

    private static void Beyond(ReadOnlySpan<float> squared, float bound, Span<byte> sites)
    {
        for (var i = 0; i < squared.Length; i++)
            sites[i] = squared[i] > bound ? (byte)1 : (byte)0;
    }
}
