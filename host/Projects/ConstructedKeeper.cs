using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

using VolumeViewer.Sdk;

using ParameterInfo = System.Reflection.ParameterInfo;

namespace VolumeViewer.Host.Projects;

/// <summary>Keeps layers that say all they hold in their constructor, such as points: each parameter is a property too. What it holds is stored as compressed JSON.</summary>
internal sealed class ConstructedKeeper : ILayerKeeper
{
    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly HashSet<string> _data;

    private ConstructedKeeper(Type type, ConstructorInfo constructor)
    {
        (_type, _constructor) = (type, constructor);
        // What the constructor wants, but for the name, and lists of numbers that are set beside it, such as a value for each point.
        _data =
        [
            .. constructor.GetParameters().Select(parameter => PropertyOf(type, parameter)!.Name).Where(name => name != nameof(Layer.Name)),
            .. PropertyJson.Kept(type).Where(property => ListType.Of(property.PropertyType) is { Element.IsPrimitive: true }).Select(property => property.Name),
        ];
    }

    public IReadOnlyCollection<string> DataProperties => _data;

    private IEnumerable<PropertyInfo> SetBeside => PropertyJson.Kept(_type).Where(property => _data.Contains(property.Name)
        && !_constructor.GetParameters().Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>One for each type of layers of the SDK that can be kept so.</summary>
    public static IReadOnlyList<ILayerKeeper> All { get; } =
    [
        .. typeof(Layer).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Layer)) && type != typeof(ImageLayer) && type != typeof(LabelsLayer))
            .Select(type => (Type: type, Constructor: type.GetConstructors().Where(each => IsRecipe(type, each)).MaxBy(each => each.GetParameters().Length)))
            .Where(pair => pair.Constructor is not null).OrderBy(pair => pair.Type.Name, StringComparer.Ordinal).Select(pair => new ConstructedKeeper(pair.Type, pair.Constructor!)),
    ];

    public string Kind => ParameterSchema.KebabCase(_type.Name.Replace("Layer", "", StringComparison.Ordinal));

    public bool Keeps(Layer layer) => layer.GetType() == _type;

    public Layer Twin(Layer layer, bool isTemporary)
    {
        var twin = (Layer)_constructor.Invoke([.. _constructor.GetParameters().Select(parameter => PropertyOf(_type, parameter)!.GetValue(layer))]);
        foreach (var property in SetBeside)
            property.SetValue(twin, property.GetValue(layer));
        // Set at the making alone, which no constructor takes.
        typeof(Layer).GetProperty(nameof(Layer.Origin))!.SetValue(twin, layer.Origin);
        typeof(Layer).GetProperty(nameof(Layer.IsTemporary))!.SetValue(twin, isTemporary);
        return twin;
    }

    public bool NeedsStore(Layer layer) => true;

    public void Store(Layer layer, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var node = new JsonObject();
        foreach (var parameter in _constructor.GetParameters())
            node[parameter.Name!] = ValueJson.Write(PropertyOf(_type, parameter)!.GetValue(layer), PropertyOf(_type, parameter)!.PropertyType);
        foreach (var property in SetBeside)
            node[PropertyJson.NameOf(property.Name)] = ValueJson.Write(property.GetValue(layer), property.PropertyType);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                using (var deflate = new ZLibStream(file, CompressionLevel.Optimal, leaveOpen: true))
                    JsonSerializer.Serialize(deflate, node);
                file.Flush(flushToDisk: true);
            }
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        progress.Report(1);
    }

    public Layer ReadStored(string path, string name, JsonObject entry, ValueJson values, AppServices services, CancellationToken cancellationToken)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var inflate = new ZLibStream(file, CompressionMode.Decompress);
            var node = JsonNode.Parse(inflate)?.AsObject() ?? throw new VolumeReadException(path, "it is empty.");
            var layer = (Layer)_constructor.Invoke([.. _constructor.GetParameters().Select(parameter => parameter.Name == "name" ? name : values.Read(node[parameter.Name!], PropertyOf(_type, parameter)!.PropertyType))]);
            foreach (var property in SetBeside)
                property.SetValue(layer, values.Read(node[PropertyJson.NameOf(property.Name)], property.PropertyType));
            if ((string?)entry["origin"] is { Length: > 0 } origin)
                typeof(Layer).GetProperty(nameof(Layer.Origin))!.SetValue(layer, origin);
            return layer;
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException or InvalidOperationException or FormatException or TargetInvocationException)
        {
            throw new VolumeReadException(path, $"it is damaged: {(problem as TargetInvocationException)?.InnerException?.Message ?? problem.Message}", problem);
        }
    }

    public Layer ReadFile(DataFile file, bool isChanged, string name, AppServices services, CancellationToken cancellationToken) =>
        throw new UserException($"A layer of the kind '{Kind}' is not read from a file.");

    private static bool IsRecipe(Type type, ConstructorInfo constructor) => constructor.GetParameters() is { Length: > 0 } parameters
        && parameters.All(parameter => PropertyOf(type, parameter) is { } property && parameter.ParameterType.IsAssignableFrom(property.PropertyType) && ValueJson.CanKeep(property.PropertyType));

    private static PropertyInfo? PropertyOf(Type type, ParameterInfo parameter) =>
        type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
}
