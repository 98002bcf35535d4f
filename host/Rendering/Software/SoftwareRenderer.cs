using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws image and labels layers in 3-D on the processor's cores: as OpenGL would, but faster where OpenGL has no graphics card.</summary>
internal sealed class SoftwareRenderer : IDisposable
{
    // Which class holds which type of layer. A new type of layer is a new class and a line here.
    private static readonly Dictionary<Type, Func<Layer, int, long, ISoftwareLayer>> Factories = new()
    {
        [typeof(ImageLayer)] = (layer, maxSize, budget) => new SoftwareImage((ImageLayer)layer, maxSize, budget),
        [typeof(LabelsLayer)] = (layer, maxSize, budget) => new SoftwareLabels((LabelsLayer)layer, maxSize, budget),
    };

    private readonly Dictionary<Layer, ISoftwareLayer> _layers = [];
    private readonly Dictionary<Layer, string> _failures = [];
    private readonly List<string> _surplus = [];
    private readonly TilePool _pool;
    private List<object?> _details = [];
    private bool _isDisposed;

    /// <param name="threads">How many threads draw; all cores by default.</param>
    public SoftwareRenderer(int? threads = null) => _pool = new TilePool(threads);

    /// <summary>Bytes that the voxels of one layer may take, counted as in a texture.</summary>
    public long Budget { get; set; } = 1L << 30;

    /// <summary>Which of the visible layers are drawn, or null for all.</summary>
    public Func<Layer, bool>? Shows { get; set; }

    /// <summary>The longest edge of what is held of a layer, voxels.</summary>
    public int MaxSize { get; init; } = 2048;

    /// <summary>How much of the layers seen so far is in memory, 0 to 1.</summary>
    public double Progress => _layers.Values.Select(layer => layer.Progress).DefaultIfEmpty(1).Average();

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Notices => [.. _layers.Values.SelectMany(layer => layer.Notices), .. _failures.Values, .. _surplus];

    /// <summary>What could not be read.</summary>
    public IReadOnlyCollection<string> Failures => _failures.Values;

    /// <summary>Changes whenever finer copies of what is in sight can be seen, or are let go.</summary>
    public int DetailVersion { get; private set; }

    /// <summary>Whether a layer is drawn here: not where its type is unknown, nor while it is shown on planes.</summary>
    public static bool Draws(Layer layer) => Factories.ContainsKey(layer.GetType()) && !Depictions.IsFlat(layer);

    /// <summary>Reads the data of the visible layers, or those that changed, for at most about this long.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    public bool Prepare(Viewer viewer, TimeSpan budget)
    {
        foreach (var gone in _layers.Keys.Where(layer => !viewer.Layers.Contains(layer)).ToList())
            Forget(gone);
        var end = Environment.TickCount64 + (long)budget.TotalMilliseconds;
        var isComplete = true;
        _surplus.Clear();
        foreach (var layer in Visible(viewer))
        {
            isComplete &= Try(layer, () =>
            {
                if (!_layers.TryGetValue(layer, out var data))
                    _layers[layer] = data = Factories[layer.GetType()](layer, MaxSize, Budget);
                if (LayerCut.Of(viewer, layer).Notice(layer.Name) is { } notice)
                    _surplus.Add(notice);
                return data.Prepare(TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64)));
            });
        }
        return isComplete;
    }

    /// <summary>Reads finer what the camera is near to, for at most about this long. What is there of it already is drawn meanwhile.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    public bool Refine(Viewer viewer, ViewProjection view, TimeSpan budget)
    {
        var end = Environment.TickCount64 + (long)budget.TotalMilliseconds;
        var isComplete = true;
        foreach (var layer in Visible(viewer).Where(_layers.ContainsKey).ToList())
            isComplete &= Try(layer, () => _layers[layer].Refine(view, LayerCut.Of(viewer, layer), TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64))));
        var details = _layers.Values.Select(layer => layer.Detail).ToList();
        if (!details.SequenceEqual(_details))
            (_details, DetailVersion) = (details, DetailVersion + 1);
        return isComplete;
    }

    /// <summary>Begins to draw on other threads.</summary>
    /// <param name="drawing">Its frame holds what was drawn before and has as many pixels as the view.</param>
    /// <param name="viewer">The layers.</param>
    /// <param name="view">The camera.</param>
    /// <param name="quality">How much care.</param>
    /// <param name="isUrgent">Whether the caller waits for it.</param>
    public void Start(SoftwareDrawing drawing, Viewer viewer, in RayView view, RenderQuality quality, bool isUrgent)
    {
        Collect(drawing.Layers, viewer, quality);
        FilmCaster.Join(drawing.Layers);
        drawing.Begin(view);
        _pool.Start(drawing, isUrgent);
    }

    /// <summary>The depth at which something is seen along one ray, from 0 to 1 as in <see cref="SoftwareFrame.Depths"/>; 1 where nothing is.</summary>
    public float Pick(Viewer viewer, in ViewBlock block)
    {
        var casters = new List<LayerCaster>();
        Collect(casters, viewer, RenderQuality.Full);
        var view = new RayView(block, 1, 1, Vector2.Zero);
        var pixels = new PacketPixels { Depth = System.Runtime.Intrinsics.Vector256<float>.One };
        foreach (var caster in casters)
            caster.Pick(view, RayPacket.At(view, 0, 0), ref pixels);
        return pixels.Depth[0];
    }

    /// <summary>Lets go of a layer's data; when it is seen again they are read again.</summary>
    public void Forget(Layer layer)
    {
        _failures.Remove(layer);
        if (_layers.Remove(layer, out var data))
            data.Dispose();
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _pool.Dispose();
        foreach (var layer in _layers.Keys.ToList())
            Forget(layer);
    }

    // A layer that cannot be read is left out from now on.
    private bool Try(Layer layer, Func<bool> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is UserException or IOException or ObjectDisposedException or OutOfMemoryException)
        {
            Forget(layer);
            _failures[layer] = failure.Message;
            return true;
        }
    }

    private IEnumerable<Layer> Visible(Viewer viewer) =>
        viewer.Layers.Where(layer => layer.Visible && layer.Opacity > 0 && Draws(layer) && (Shows?.Invoke(layer) ?? true) && !_failures.ContainsKey(layer));

    private void Collect(IList<LayerCaster> casters, Viewer viewer, RenderQuality quality)
    {
        casters.Clear();
        var lowest = viewer.Layers.FirstOrDefault(layer => layer.Visible && layer.Opacity > 0 && (Shows?.Invoke(layer) ?? true));
        foreach (var layer in Visible(viewer))
        {
            if (_layers.TryGetValue(layer, out var data) && data.CreateCaster(viewer, LayerBlends.Of(layer, layer == lowest), quality) is { } caster)
                casters.Add(caster);
        }
    }
}
