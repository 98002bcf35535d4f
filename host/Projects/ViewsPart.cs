using System.Text.Json.Nodes;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>Where the slice views stand, and what all views draw besides the layers.</summary>
internal sealed class ViewsPart(ViewState views, Func<ValueJson> values, Action<string> tell) : IProjectPart
{
    public const string Entry = "views";

    public string Name => Entry;

    public JsonNode? Write()
    {
        var node = PropertyJson.Write(views);
        node.Remove(PropertyJson.NameOf(nameof(ViewState.Hover)));
        var slices = new JsonObject();
        foreach (var (axis, place) in views.Places.OrderBy(pair => pair.Key))
            slices[axis.ToString().ToLowerInvariant()] = ValueJson.Write(place, typeof(SlicePlace));
        node["slices"] = slices;
        return node;
    }

    public void Read(JsonNode? node)
    {
        views.Places.Clear();
        views.WantedPlaces.Clear();
        views.Turns.Clear();
        views.Reset();
        if (node is not JsonObject entries)
            return;
        PropertyJson.Read(views, entries, values(), problem => tell($"The views' {problem}"));
        foreach (var (axis, place) in PlacesOf(entries))
            views.WantedPlaces[axis] = place;
    }

    /// <summary>Where slice views stand, as a project says.</summary>
    public static IReadOnlyDictionary<Axis, SlicePlace> PlacesOf(JsonNode? node)
    {
        var places = new Dictionary<Axis, SlicePlace>();
        var values = new ValueJson(new ValueScope(_ => null, _ => null));
        foreach (var (name, place) in node?["slices"] as JsonObject ?? [])
        {
            if (Enum.TryParse<Axis>(name, ignoreCase: true, out var axis))
                places[axis] = (SlicePlace)values.Read(place, typeof(SlicePlace))!;
        }
        return places;
    }
}
