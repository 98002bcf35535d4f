using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Which phases of a labels layer are seen.</summary>
internal static class PhaseVisibility
{
    public static void ShowAll(LabelsLayer layer, bool isVisible) => layer.Phases = new PhaseTable(layer.Phases.Select(phase => phase with { Visible = isVisible }));

    /// <summary>The phase that the tools paint; the first where they take labels away.</summary>
    public static int InHand(PaintTools tools, LabelsLayer layer) => tools.LabelOn(layer) is var label && label < layer.Phases.Count ? label : 0;

    /// <summary>Hides all phases but one; where they are hidden already, shows all again.</summary>
    public static void ShowOnly(LabelsLayer layer, int label)
    {
        var isAlone = layer.Phases.Select((phase, other) => phase.Visible == (other == label)).All(each => each);
        layer.Phases = new PhaseTable(layer.Phases.Select((phase, other) => phase with { Visible = isAlone || other == label }));
    }
}
