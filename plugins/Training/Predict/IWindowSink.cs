using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Takes what a network says of a block, core by core.</summary>
internal interface IWindowSink
{
    /// <param name="logits">Of the core: (1, phases, planes, rows, columns); a view that the caller disposes.</param>
    /// <param name="window">Where the core is; it can end beyond the block, where this was filled up to the alignment.</param>
    void Add(Tensor logits, in PatchWindow window);
}
