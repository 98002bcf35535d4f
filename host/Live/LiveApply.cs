using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>Runs a live segmenter over a whole volume, as the operation that does the same without a window.</summary>
internal static class LiveApply
{
    public const string Operation = "segment.from-strokes";

    /// <summary>Starts a job whose layers are added when it is done.</summary>
    /// <param name="bench">Gets the layers.</param>
    /// <param name="form">Image, strokes and parameters.</param>
    /// <param name="withProbability">Whether the probability of the labels becomes a layer too.</param>
    /// <param name="withUncertainty">Whether the uncertainty becomes a layer too.</param>
    public static void Start(Workbench bench, FormModel form, bool withProbability, bool withUncertainty)
    {
        if (form.Fault() is { } fault)
        {
            bench.Notices.Fail(fault);
            return;
        }
        var segmenter = ((LiveForm)form.Operation).Segmenter;
        var layers = form.Inputs().Layers;
        var texts = new Dictionary<string, string>
        {
            ["segmenter"] = segmenter.Id,
            ["options"] = string.Join(",", form.Values.Where(pair => !form.IsDefault(pair.Key)).Select(pair => $"{pair.Key}={pair.Value.Replace(',', ' ')}")),
            ["probability"] = ParameterInfo.Format(withProbability),
            ["uncertainty"] = ParameterInfo.Format(withUncertainty),
        };
        bench.Services.Jobs.Start($"Load {Operation}", _ => Task.Run(() => bench.Services.Plugins.Get<IOperation>(Operation)), operation => bench.Post(() =>
        {
            var whole = new FormModel(operation, bench.Viewer);
            whole.Fill(texts);
            foreach (var (input, from) in new[] { ("in", LiveForm.ImageInput), ("strokes", LiveForm.StrokesInput) })
                whole.Choose(operation.Inputs.First(each => each.Name == input), layers[from]);
            bench.Run(whole);
        }));
    }
}
