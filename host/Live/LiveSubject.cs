using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>What a session is about; when any of it changes, another is begun.</summary>
/// <param name="Segmenter">Who learns.</param>
/// <param name="Image">The image.</param>
/// <param name="Strokes">What it learns from.</param>
/// <param name="Phases">How many phases the strokes have.</param>
/// <param name="Parameters">The parameters, as texts.</param>
internal sealed record LiveSubject(ILiveSegmenter Segmenter, ImageLayer Image, LabelsLayer Strokes, int Phases, string Parameters);
