using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Text.Json.Nodes;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class PropertyJsonTests
{
    private static readonly Layer[] Known = [Image(), Labels()];

    private static readonly ValueJson Values = new(new ValueScope(id => Known.FirstOrDefault(layer => LayerIds.Of(layer) == id), id => Colormap.BuiltIn.FirstOrDefault(colormap => colormap.Id == id)));

    /// <summary>Every type of layers there is, the viewer, and its parts: whatever they gain is tested.</summary>
    public static TheoryData<Type> Owners =>
        [.. typeof(Layer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract), typeof(Viewer), typeof(Camera), typeof(MeasurementList)];

    [Theory, MemberData(nameof(Owners))]
    public void EverySettableProperty_OfATypeThatIsShown_CanBeKept(Type type) =>
        Assert.Empty(PropertyJson.Lost(type).Select(property => $"{type.Name}.{property.Name} ({property.PropertyType.Name})"));

    [Fact]
    public void EverySettableProperty_OfLayersAndViewer_ComesBackFromJson()
    {
        foreach (var make in new Func<object>[] { Image, Labels, ViewerOnLayers, () => new Camera() })
        {
            var (changed, fresh) = (make(), make());
            var names = PropertyJson.Kept(changed.GetType());
            Assert.NotEmpty(names);
            foreach (var property in names)
            {
                // Each must get a value that it did not have, or the test shows nothing.
                var before = ValueJson.Write(property.GetValue(changed), property.PropertyType)?.ToJsonString();
                property.SetValue(changed, Other(property, changed));
                if (!typeof(Layer).IsAssignableFrom(property.PropertyType))
                    Assert.NotEqual(before, ValueJson.Write(property.GetValue(changed), property.PropertyType)?.ToJsonString());
            }
            var text = PropertyJson.Write(changed).ToJsonString();
            Assert.Empty(PropertyJson.Read(fresh, JsonNode.Parse(text)!.AsObject(), Values, Assert.Fail));
            foreach (var property in names)
                Assert.True(Near(property.GetValue(changed), property.GetValue(fresh), property.PropertyType), $"{changed.GetType().Name}.{property.Name}: {property.GetValue(changed)} came back as {property.GetValue(fresh)}.");
        }
    }

    [Fact]
    public void Measurements_OfAViewer_ComeBackWithWhatIsSetBesideTheirConstructor()
    {
        var (viewer, fresh) = (new Viewer(), new Viewer());
        viewer.Measurements.Add(new Measurement(MeasurementKind.Ruler, [new WorldPoint(1, 2, 3), new WorldPoint(4, 5.5, 6)], Axis.Z) { Name = "pore", Color = new Rgba(1, 2, 3), Width = 7 });
        PropertyJson.Read(fresh, JsonNode.Parse(PropertyJson.Write(viewer).ToJsonString())!.AsObject(), Values, Assert.Fail);
        var (before, after) = (viewer.Measurements[0], Assert.Single(fresh.Measurements));
        Assert.Equal((before.Id, "pore", new Rgba(1, 2, 3), 7, before.Length), (after.Id, after.Name, after.Color, after.Width, after.Length));
    }

    [Fact]
    public void Comparison_OfAViewer_ComesBackWithItsLayers()
    {
        var (viewer, fresh, layers) = (new Viewer(), new Viewer(), new Layer[] { Image(), Labels() });
        foreach (var layer in layers)
        {
            viewer.Layers.Add(layer);
            fresh.Layers.Add(layer);
        }
        viewer.Comparison = new Comparison(ComparisonMode.Swipe, [layers[0]], [layers[1]], position: 0.3f);
        var values = new ValueJson(new ValueScope(id => layers.FirstOrDefault(layer => LayerIds.Of(layer) == id), _ => null));
        PropertyJson.Read(fresh, JsonNode.Parse(PropertyJson.Write(viewer).ToJsonString())!.AsObject(), values, Assert.Fail);
        Assert.Equal((ComparisonMode.Swipe, layers[0], layers[1], 0.3f), (fresh.Comparison!.Mode, fresh.Comparison.First.Single(), fresh.Comparison.Second.Single(), fresh.Comparison.Position));
    }

    [Fact]
    public void Read_OfEntriesThatAreNotKnown_GivesThemBack()
    {
        var left = PropertyJson.Read(new Camera(), JsonNode.Parse("""{ "distance": 7, "shutter": [1, 2], "fieldOfView": "wide" }""")!.AsObject(), Values, _ => { });
        Assert.Equal("""{"shutter":[1,2],"fieldOfView":"wide"}""", left.ToJsonString());
    }

    [Fact]
    public void Read_OfAColormapThatNoPluginBrings_TakesItsColours()
    {
        var own = new Colormap("lab-own", "Lab", [new Rgba(10, 20, 30), new Rgba(200, 100, 0), new Rgba(255, 255, 255)]);
        var back = (Colormap)Values.Read(ValueJson.Write(own, typeof(Colormap)), typeof(Colormap))!;
        Assert.Equal(("lab-own", "Lab"), (back.Id, back.Title));
        for (var i = 0; i <= 255; i++)
            Assert.Equal(own.At(i / 255f), back.At(i / 255f));
    }

    [Theory]
    [InlineData("\"sideways\"", typeof(ViewLayout), "four-up")]
    [InlineData("[1,2]", typeof(Vector3), "3")]
    [InlineData("{\"low\":3,\"high\":1}", typeof(ContrastLimits), "low < high")]
    [InlineData("{\"low\":3}", typeof(ContrastLimits), "high")]
    [InlineData("300", typeof(byte), "Byte")]
    [InlineData("null", typeof(float), "Single")]
    public void Read_OfAValueThatDoesNotFit_SaysWhy(string json, Type type, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => Values.Read(JsonNode.Parse(json), type));
        Assert.Contains(expected, problem.Message);
    }

    private static Viewer ViewerOnLayers()
    {
        var viewer = new Viewer();
        foreach (var layer in Known)
            viewer.Layers.Add(layer);
        return viewer;
    }

    private static ImageLayer Image()
    {
        var volume = new Volume<byte>(new VolumeShape(2, 3, 4));
        volume[1, 2, 3] = 200;
        return new ImageLayer("grey", volume);
    }

    private static LabelsLayer Labels() => new("labels", new LabelVolume(new VolumeShape(2, 3, 4), PhaseTable.Numbered(2)));

    // A value of the type that differs from the one it has and lies within its bounds.
    private static object? Other(PropertyInfo property, object owner)
    {
        var (type, now) = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property.GetValue(owner));
        return now switch
        {
            bool isOn => !isOn,
            string text => text + "é 2",
            float number => number is >= 0 and <= 1 ? (number * 0.5f) + 0.123f : number + 1.5f,
            double number => number + 0.25,
            int number => number + 3,
            Enum choice => Enum.GetValues(type).Cast<object>().Last(value => !value.Equals(choice)),
            _ => type switch
            {
                _ when type == typeof(Colormap) => Colormap.BuiltIn[2],
                _ when type == typeof(ContrastLimits) => new ContrastLimits(-3.25f, 17.1f),
                _ when type == typeof(PhaseTable) => new PhaseTable([new Phase("Pore, \"open\"", new Rgba(1, 2, 3, 4), 7, false), new Phase("b", new Rgba(9, 8, 7), 3), new Phase("c", new Rgba(0, 8, 7), 300)]),
                _ when type == typeof(ImmutableArray<OpacityPoint>) => ImmutableArray.Create(new OpacityPoint(0.1f, 0.2f), new OpacityPoint(0.9f, 1)),
                _ when type == typeof(ImmutableArray<ClippingPlane>) => ImmutableArray.Create(new ClippingPlane(new Vector3(1, 2.5f, -3), new Vector3(0, 3, 4)), new ClippingPlane(default, Vector3.UnitX, isOn: false)),
                _ when type == typeof(CropBox) => new CropBox(new Vector3(0.5f, 1, 2), new Vector3(3, 4, 5.5f)),
                _ when type == typeof(Comparison) => new Comparison(ComparisonMode.Checkerboard, [], [], showsOthers: false, position: 0.25f, fieldPixels: 48, secondsPerSide: 1.25),
                _ when type == typeof(Slab) => new Slab(2.5, SlabProjection.Mean),
                _ when type == typeof(PlaneOrientation) => PlaneOrientation.AcrossNormal(new Vector3(1, 2, 3)),
                _ when type == typeof(WorldPoint) => new WorldPoint(1.25, 2.5, 1 / 3.0),
                _ when type == typeof(Vector3) => new Vector3(0.1f, -2, 1e-9f),
                _ when type == typeof(Quaternion) => Quaternion.CreateFromYawPitchRoll(0.3f, 0.2f, 1),
                _ when type == typeof(Spacing) => new Spacing(0.5, 0.25, 0.125),
                _ when typeof(Layer).IsAssignableFrom(type) => null,
                _ => Made(type, property),
            },
        };
    }

    // Types that are added one day: a value from their constructor, with another number for every number.
    private static object? Made(Type type, PropertyInfo property, int place = 0)
    {
        if (typeof(Layer).IsAssignableFrom(type))
            return Known[place % Known.Length];
        if (ListType.Of(type) is { } list)
            return list.Make([Made(list.Element, property)]);
        if (type == typeof(float) || type == typeof(double) || type == typeof(int) || type == typeof(long) || type == typeof(byte))
            return Convert.ChangeType(5, type, null);
        if (type == typeof(bool))
            return true;
        if (type == typeof(string))
            return "text";
        if (type == typeof(Vector3))
            return new Vector3(0.5f + place, 2 - (1.5f * place), 3);
        if (type == typeof(Rgba))
            return new Rgba(1, 2, 3);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length);
        if (constructor is null)
            Assert.Fail($"Give the test a value for {property.DeclaringType!.Name}.{property.Name} of the type {type.Name}.");
        return constructor.Invoke([.. constructor.GetParameters().Select((parameter, index) => Made(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, property, index))]);
    }

    // Normals are made to have length 1 again, which may change the last digit.
    private static bool Near(object? expected, object? actual, Type type)
    {
        var (a, b) = (ValueJson.Write(expected, type), ValueJson.Write(actual, type));
        return JsonNode.DeepEquals(a, b) || (a is not null && b is not null && Numbers(a).SequenceEqual(Numbers(b), Close.Instance) && Numbers(a).Any());
    }

    private static IEnumerable<double> Numbers(JsonNode node) => node switch
    {
        JsonArray array => array.SelectMany(each => Numbers(each!)),
        JsonObject entries => entries.SelectMany(each => Numbers(each.Value!)),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? [double.Parse(node.ToJsonString(), null)] : [],
    };

    private sealed class Close : IEqualityComparer<double>
    {
        public static readonly Close Instance = new();

        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-6 * Math.Max(1, Math.Abs(x));

        public int GetHashCode(double value) => 0;
    }
}
