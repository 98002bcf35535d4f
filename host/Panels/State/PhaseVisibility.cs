using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Which phases of a labels layer are seen.</summary>
internal static class PhaseVisibility
{
    public static void ShowAll(LabelsLayer layer, bool isVisible) => layer.Phases = new PhaseTable(layer.Phases.Select(phase => phase with { Visible = isVisible }));

    /// <summary>Hides all phases but one; where they are hidden already, shows all again.</summary>
    public static void ShowOnly(LabelsLayer layer, int label)
    {
        var isAlone = layer.Phases.Select((phase, other) => phase.Visible == (other == label)).All(each => each);
        layer.Phases = new PhaseTable(layer.Phases.Select((phase, other) => phase with { Visible = isAlone || other == label }));
    }
}
