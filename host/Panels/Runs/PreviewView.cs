using System.Numerics;

using ImGuiNET;

using Silk.NET.OpenGL;

using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How the chosen run labels its chosen region, epoch by epoch, over the grey values.</summary>
internal sealed class PreviewView(Workbench bench, GL gl) : IDisposable
{
    private readonly PictureTexture _texture = new(gl);
    private (string Folder, int Epoch, float Opacity) _wanted, _shown;
    private Task? _reading;
    private string? _fault;
    private int? _epoch;
    private float _opacity = 0.5f;

    public void Draw()
    {
        var run = bench.Runs.ChosenRun ?? bench.Runs.Comparison.Runs.FirstOrDefault(each => each.Previews.Count > 0);
        if (run is null || run.Previews.Count == 0)
        {
            Ui.Wrapped(run is null ? "No run keeps a preview. Give a training a region to be redrawn each epoch (parameter 'preview')."
                : $"'{run.Name}' keeps no preview: its training was given no region to be redrawn each epoch (parameter 'preview').", Theme.Muted);
            return;
        }
        // The newest by default, also when it becomes another.
        var epoch = _epoch is { } kept && run.Previews.Contains(kept) ? kept : run.Previews[^1];
        Sliders(run, ref epoch);
        Follow(run, (run.Folder, epoch, _opacity));
        Ui.Elided($"{bench.Runs.Comparison.LabelOf(run)}, epoch {epoch}{(run.Metrics.Rows.Count >= epoch && run.Metrics.Column("validation mean IoU") is { Count: > 0 } scores && epoch > 0 ? $", validation mean IoU {scores[epoch - 1]:0.####}" : "")}",
            ImGui.GetContentRegionAvail().X, Theme.Text);
        if (_fault is { } fault)
            Ui.Wrapped(fault, Theme.Warning);
        if (_texture.IsEmpty || _shown.Folder != run.Folder)
            return;
        var room = ImGui.GetContentRegionAvail();
        var scale = Math.Min(room.X / _texture.Width, room.Y / _texture.Height);
        ImGui.Image((IntPtr)_texture.Handle, new Vector2(_texture.Width, _texture.Height) * Math.Max(0.01f, scale));
    }

    public void Dispose() => _texture.Dispose();

    private void Sliders(RunView run, ref int epoch)
    {
        var width = (ImGui.GetContentRegionAvail().X - Theme.Px(100)) / 2;
        var place = run.Previews.ToList().IndexOf(epoch);
        ImGui.SetNextItemWidth(width);
        if (ImGui.SliderInt("##epoch", ref place, 0, run.Previews.Count - 1, $"epoch {epoch}", ImGuiSliderFlags.AlwaysClamp))
            _epoch = epoch = run.Previews[place];
        ImGui.SameLine();
        ImGui.BeginDisabled(_epoch is null);
        if (ImGui.Button("Newest"))
            _epoch = null;
        ImGui.EndDisabled();
        ImGui.SameLine();
        ImGui.SetNextItemWidth(-1);
        ImGui.SliderFloat("##opacity", ref _opacity, 0, 1, "labels %.2f", ImGuiSliderFlags.AlwaysClamp);
    }

    private void Follow(RunView run, (string Folder, int Epoch, float Opacity) wanted)
    {
        if (_wanted == wanted || _reading is { IsCompleted: false })
            return;
        _wanted = wanted;
        _reading = Task.Run(() =>
        {
            try
            {
                var picture = PreviewPicture.Read(bench.Services.Io, run, wanted.Epoch, wanted.Opacity);
                bench.Post(() =>
                {
                    _texture.Fill(picture.Width, picture.Height, picture.Rgba);
                    (_shown, _fault) = (wanted, null);
                });
            }
            catch (UserException problem)
            {
                bench.Post(() => _fault = problem.Message);
            }
        });
    }
}
