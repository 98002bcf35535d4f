using System.Text.Json.Nodes;

using VolumeViewer.Host.Export;

namespace VolumeViewer.Host.Projects;

/// <summary>The key frames of the animation.</summary>
/// <param name="get">Gives them.</param>
/// <param name="set">Takes them up.</param>
internal sealed class KeyFramesPart(Func<IReadOnlyList<KeyFrame>> get, Action<IReadOnlyList<KeyFrame>> set) : IProjectPart
{
    public const string Entry = "keyFrames";

    public string Name => Entry;

    public JsonNode? Write() => get() is { Count: > 0 } frames ? new JsonArray([.. frames.Select(frame => frame.Write())]) : null;

    public void Read(JsonNode? node) => set([.. (node as JsonArray ?? []).Select(entry => KeyFrame.Read(entry ?? throw new FormatException("a key frame is null.")))]);
}
