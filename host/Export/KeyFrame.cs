using System.Text.Json.Nodes;

using SkiaSharp;

using VolumeViewer.Host.Projects;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>How a scene looks at one time of an animation: the viewer, its camera, and all properties of its layers.</summary>
/// <param name="Name">For the user.</param>
/// <param name="Seconds">From here to the next key frame.</param>
/// <param name="Viewer">Properties of the viewer and its camera.</param>
/// <param name="Layers">Properties of layers, by their ids.</param>
/// <param name="Places">Where slice views stand.</param>
internal sealed record KeyFrame(string Name, double Seconds, JsonObject Viewer, IReadOnlyDictionary<string, JsonObject> Layers, IReadOnlyDictionary<Axis, SlicePlace> Places)
{
    /// <summary>Pixels of <see cref="Picture"/>.</summary>
    public const int PictureWidth = 168, PictureHeight = 112;

    // Longer ones are no pictures of this size.
    private const int MostPictureLetters = 400_000;

    // What a name or a selection is does not change with time.
    private static readonly HashSet<string> Timeless =
        [PropertyJson.NameOf(nameof(Layer.Name)), PropertyJson.NameOf(nameof(Layer.Spacing)), PropertyJson.NameOf(nameof(Sdk.Viewer.Measurements)), PropertyJson.NameOf(nameof(Sdk.Viewer.Notes)), PropertyJson.NameOf(nameof(Sdk.Viewer.SelectedLayer))];

    /// <summary>A small picture of what was shown when it was taken: PNG in base64, or "" for none.</summary>
    public string Picture { get; init; } = "";

    /// <summary>A picture's pixels, or null where it is damaged.</summary>
    public static SKBitmap? Decode(string picture)
    {
        try
        {
            return SKBitmap.Decode(Convert.FromBase64String(picture));
        }
        // A project that was written by other hands.
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidDataException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    /// <summary>The scene as it is now.</summary>
    public static KeyFrame Of(string name, double seconds, Viewer viewer, IReadOnlyDictionary<Axis, SlicePlace> places) => new(name, seconds,
        Timed(PropertyJson.Write(viewer)), viewer.Layers.ToDictionary(LayerIds.Of, layer => Timed(LayerKeepers.PropertiesOf(layer))), new Dictionary<Axis, SlicePlace>(places));

    /// <summary>As it stands in a project.</summary>
    public JsonObject Write()
    {
        var (layers, places) = (new JsonObject(), new JsonObject());
        foreach (var (id, entry) in Layers)
            layers[id] = entry.DeepClone();
        foreach (var (axis, place) in Places)
            places[axis.ToString().ToLowerInvariant()] = ValueJson.Write(place, typeof(SlicePlace));
        var node = new JsonObject { ["name"] = Name, ["seconds"] = Seconds, ["viewer"] = Viewer.DeepClone(), ["layers"] = layers, ["slices"] = places };
        if (Picture.Length > 0)
            node["picture"] = Picture;
        return node;
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static KeyFrame Read(JsonNode node) => new((string?)node["name"] ?? "", (double?)node["seconds"] is { } seconds and >= 0 and < 3600 ? seconds : 2,
        (JsonObject?)node["viewer"]?.DeepClone() ?? throw new FormatException("a key frame has no 'viewer'."),
        (node["layers"] as JsonObject ?? []).Where(pair => pair.Value is JsonObject).ToDictionary(pair => pair.Key, pair => (JsonObject)pair.Value!.DeepClone()),
        ViewsPart.PlacesOf(node))
    {
        Picture = (string?)node["picture"] is { Length: <= MostPictureLetters } picture ? picture : "",
    };

    /// <summary>Sets a viewer to a time between this key frame and another.</summary>
    public void Put(Viewer viewer, KeyFrame next, double time, ValueJson values, IDictionary<Axis, SlicePlace> places)
    {
        foreach (var layer in viewer.Layers)
        {
            if (Layers.TryGetValue(LayerIds.Of(layer), out var from))
                Put(layer, from, next.Layers.GetValueOrDefault(LayerIds.Of(layer)) ?? from, time, values);
        }
        Put(viewer, Viewer, next.Viewer, time, values);
        foreach (var (axis, place) in Places)
            places[axis] = (SlicePlace)ValueBlend.Between(place, next.Places.TryGetValue(axis, out var other) ? other : place, typeof(SlicePlace), time)!;
    }

    private static void Put(object owner, JsonObject from, JsonObject to, double time, ValueJson values)
    {
        foreach (var property in PropertyJson.Kept(owner.GetType()))
        {
            var name = PropertyJson.NameOf(property.Name);
            if (!from.TryGetPropertyValue(name, out var a))
                continue;
            try
            {
                var first = values.Read(a, property.PropertyType);
                var now = JsonNode.DeepEquals(a, to[name]) ? first : ValueBlend.Between(first, values.Read(to[name], property.PropertyType), property.PropertyType, time);
                if (!Equals(property.GetValue(owner), now))
                    property.SetValue(owner, now);
            }
            // A value that a layer cannot have any more, such as phases that it lost, stays as it is.
            catch (Exception problem) when (problem is FormatException or System.Reflection.TargetInvocationException)
            {
            }
        }
        foreach (var property in PropertyJson.Parts(owner.GetType()))
        {
            var name = PropertyJson.NameOf(property.Name);
            if (from[name] is JsonObject a && property.GetValue(owner) is { } part)
                Put(part, a, to[name] as JsonObject ?? a, time, values);
        }
    }

    private static JsonObject Timed(JsonObject entries)
    {
        foreach (var name in Timeless)
            entries.Remove(name);
        return entries;
    }
}
