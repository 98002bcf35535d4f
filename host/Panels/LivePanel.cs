using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Live segmentation: what it works on, how it stands, the whole volume, and where to label next.</summary>
internal sealed class LivePanel(Workbench bench)
{
    private readonly OperationForm _form = new(bench);

    private LiveSegmentation Live => bench.Live;

    /// <summary>Where the switch was drawn last, and the rows of the suggestions.</summary>
    public List<Rect> Buttons { get; } = [];

    public void Draw()
    {
        Buttons.Clear();
        if (Live.Segmenters.Count == 0)
        {
            Ui.Wrapped("No plugin brings a live segmenter.", Theme.Muted);
            return;
        }
        Segmenter();
        if (Live.Form is { } form)
        {
            _form.DrawFields(form);
            if (ImGui.Button("New layer for strokes"))
                Live.NewStrokes();
            Ui.Tooltip("An empty labels layer of the image's size, to paint on");
        }
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        Switch();
        State();
        Whole();
        Next();
    }

    private void Note(float width)
    {
        var place = ImGui.GetCursorScreenPos();
        Buttons.Add(Rect.At(place.X, place.Y, width, ImGui.GetTextLineHeight()));
    }

    private void Segmenter()
    {
        Ui.Label("Segmenter", Theme.Px(110), "Who learns from the strokes");
        var chosen = Live.Form?.Operation.Title ?? "choose one";
        if (!Ui.BeginCombo("##segmenter", chosen))
            return;
        foreach (var (id, title) in Live.Segmenters)
        {
            if (ImGui.Selectable(title, id == Live.Form?.Operation.Id))
                Live.Choose(id);
        }
        ImGui.EndCombo();
    }

    private void Switch()
    {
        var width = new Vector2(ImGui.GetContentRegionAvail().X, 0);
        Note(width.X);
        var pressed = Live.IsOn ? ImGui.Button("Stop following the strokes", width) : Ui.MainButton("Follow the strokes", width);
        Ui.Tooltip(bench.Keys.Hint("live.toggle", "Learns after each stroke and shows the slice in sight as it is segmented then"));
        if (pressed)
            Live.Toggle();
        var uncertainty = Live.WithUncertainty;
        if (ImGui.Checkbox("Uncertainty", ref uncertainty))
            Live.WithUncertainty = uncertainty;
        Ui.Tooltip("Shows how undecided it is as an image layer, and makes one of the whole volume");
    }

    private void State()
    {
        if (Live.Status.Length == 0)
            return;
        Ui.Wrapped(Live.IsBusy ? $"{Live.Status} …" : Live.Status, Live.IsBusy ? Theme.Accent : Theme.Muted);
        if (Live.LastUpdate is { } time)
            Ui.Muted($"Last update {time.TotalSeconds:0.00} s after the stroke");
    }

    private void Whole()
    {
        if (Live.Form is not { } form)
            return;
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        var probability = Live.WithProbability;
        if (ImGui.Checkbox("Probability", ref probability))
            Live.WithProbability = probability;
        Ui.Tooltip("Makes an image layer of the whole volume with the probability of each label");
        ImGui.BeginDisabled(form.Fault() is not null);
        if (ImGui.Button("Apply to the whole volume", new Vector2(ImGui.GetContentRegionAvail().X, 0)))
            Live.Apply();
        ImGui.EndDisabled();
        Ui.Tooltip("Segments every voxel in a job, which the history records");
    }

    private void Next()
    {
        if (!Live.IsOn)
            return;
        if (ImGui.Button("Where to label next", new Vector2(ImGui.GetContentRegionAvail().X, 0)))
            Live.Rank();
        Ui.Tooltip("Ranks slices by how undecided the segmenter is there, and how unlike they are to those with strokes");
        foreach (var suggestion in Live.Suggestions)
        {
            Note(Theme.Px(80));
            if (ImGui.Selectable($"Slice {suggestion.Slice}##{suggestion.Slice}"))
                Live.GoTo(suggestion);
            ImGui.SameLine(Theme.Px(90));
            Ui.Elided(suggestion.Reason, ImGui.GetContentRegionAvail().X, Theme.Muted);
        }
    }
}
