using System.Diagnostics;
using System.Numerics;
using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Draws the views of one viewer. Copies of the layers on the GPU are made when they are first seen and freed when a layer leaves the viewer.
/// Everything here is called on the thread of the context.
/// </summary>
internal sealed partial class SceneRenderer : IDisposable
{
    private readonly GL _gl;
    private readonly SceneResources _scene;
    private readonly FrameState _frame;
    private readonly BoxLines _box;
    private readonly Dictionary<Layer, ILayerRenderer?> _layers = [];
    private readonly Dictionary<Layer, string> _failures = [];
    private readonly List<string> _surplus = [];
    private Func<Layer, bool>? _shows;
    private SoftwareRenderer? _software;
    private SoftwareDrawing? _drawing;
    private RendererChoice _choice;
    private bool _disposed;

    /// <param name="gl">The context.</param>
    /// <param name="choice">What draws the 3-D view.</param>
    public SceneRenderer(GL gl, RendererChoice choice = RendererChoice.Auto)
    {
        _gl = gl;
        _scene = new SceneResources(gl);
        _frame = new FrameState(_scene);
        _box = new BoxLines(_scene);
        IsGlSoftware = SoftwareGl.Is(gl);
        Choice = choice;
    }

    /// <summary>Whether OpenGL itself draws on the processor.</summary>
    public bool IsGlSoftware { get; }

    /// <summary>What draws the 3-D view. A change lets go of what the other one held of the layers.</summary>
    public RendererChoice Choice
    {
        get => _choice;
        set
        {
            _choice = value;
            var wantsSoftware = value == RendererChoice.Cpu || (value == RendererChoice.Auto && IsGlSoftware);
            if (wantsSoftware == _software is not null)
                return;
            foreach (var layer in _layers.Keys.ToList())
                Forget(layer);
            _software?.Dispose();
            _software = wantsSoftware ? new SoftwareRenderer { Budget = _scene.TextureBudget, MaxSize = _scene.MaxTextureSize, Shows = Shows } : null;
        }
    }

    /// <summary>Whether the processor's cores draw the 3-D view.</summary>
    public bool UsesCpu => _software is not null;

    /// <summary>
    /// How long a call that draws may bring data onto the GPU before it draws. With the default a window stays fluent; the data come in over
    /// several frames.
    /// </summary>
    public TimeSpan UploadTime { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Whether nothing is drawn behind the layers: what they do not cover lets through, and colours are premultiplied.</summary>
    public bool IsTransparent { get => _frame.IsTransparent; set => _frame.IsTransparent = value; }

    /// <summary>Bytes that the 3-D textures of one layer may take; larger layers are shown coarser. Counts for layers seen from now on.</summary>
    public long TextureBudget
    {
        get => _scene.TextureBudget;
        set
        {
            _scene.TextureBudget = value;
            _software?.Budget = value;
        }
    }

    /// <summary>Which of the visible layers are drawn and picked, or null for all: views that compare draw one side after the other.</summary>
    public Func<Layer, bool>? Shows
    {
        get => _shows;
        set
        {
            _shows = value;
            _software?.Shows = value;
        }
    }

    /// <inheritdoc cref="SceneResources.SkipsEmptySpace"/>
    public bool SkipsEmptySpace { get => _scene.SkipsEmptySpace; set => _scene.SkipsEmptySpace = value; }

    /// <summary>Whether the last call that drew had all the data it wanted. Draw again soon if not.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>How much of the layers seen so far is where the 3-D view is drawn, 0 to 1.</summary>
    public double Progress => _software?.Progress ?? _layers.Values.OfType<ILayerRenderer>().Select(layer => layer.Progress).DefaultIfEmpty(1).Average();

    /// <summary>What the user should know, such as layers that are shown coarser than they are or could not be read.</summary>
    public IReadOnlyList<string> Notices =>
        [.. _layers.Values.OfType<ILayerRenderer>().SelectMany(layer => layer.Notices).Concat(_failures.Values).Concat(_surplus).Concat(_software?.Notices ?? []).Distinct()];

    /// <summary>Draws the 3-D view with its background and box. What is not on the GPU yet is left out, see <see cref="IsComplete"/>.</summary>
    /// <param name="viewer">What is shown.</param>
    /// <param name="target">The picture.</param>
    /// <param name="quality">How much care.</param>
    /// <param name="shift">Shifts the samples along the rays, in steps: pictures of shifts between 0 and 1 average to one without traces of the steps.</param>
    /// <param name="jitter">By how much of a pixel the lines of sight pass beside the pixels' middles.</param>
    public void DrawVolumeView(Viewer viewer, RenderTarget target, RenderQuality quality, float shift = 0, Vector2 jitter = default)
    {
        if (_software is not null)
        {
            _drawing ??= new SoftwareDrawing();
            BeginVolumeView(viewer, target, quality, _drawing, jitter, shift, isUrgent: true);
            EndVolumeView(target, _drawing);
            return;
        }
        var layers = Visible(viewer, (layer, time) => layer.Prepare(time));
        var projection = new ViewProjection(viewer.Camera, target.Width, target.Height);
        // Before the target is bound: what is seen may be looked for in another.
        if (quality == RenderQuality.Full)
            Refine(projection, layers);
        _frame.Begin(target);
        if (viewer.Layers.Count > 0)
        {
            DrawLayers(viewer, target, layers, projection.ToBlock(viewer.Extent).Shifted(jitter, target.Width, target.Height), new VolumePass(quality, Occlusion: viewer.AmbientOcclusion, Shift: shift));
        }
        _frame.End();
    }

    /// <summary>A mean of pictures that <see cref="DrawVolumeView"/> draws. The caller disposes it, before the renderer.</summary>
    public PictureMean CreateMean() => new(_scene);

    /// <summary>
    /// Begins to draw the 3-D view on the processor's cores: it goes on while the caller does other things. Only where <see cref="UsesCpu"/>.
    /// </summary>
    /// <param name="viewer">Its layers may change meanwhile; the picture shows them as they are now.</param>
    /// <param name="target">What OpenGL draws goes here first; not needed any more afterwards.</param>
    /// <param name="quality">How much care.</param>
    /// <param name="drawing">Goes on until it is done or cancelled.</param>
    /// <param name="jitter">By how much of a pixel the lines of sight pass beside the pixels' middles.</param>
    /// <param name="shift">See <see cref="DrawVolumeView"/>.</param>
    /// <param name="isUrgent">Whether the caller waits for it: other drawings wait meanwhile.</param>
    public void BeginVolumeView(
        Viewer viewer, RenderTarget target, RenderQuality quality, SoftwareDrawing drawing, Vector2 jitter = default, float shift = 0, bool isUrgent = false)
    {
        var software = _software ?? throw new InvalidOperationException("The processor does not draw the 3-D view: ask UsesCpu first.");
        drawing.Cancel();
        drawing.Wait();
        var clock = Stopwatch.StartNew();
        var others = Visible(viewer, (layer, time) => layer.Prepare(time), layer => !SoftwareRenderer.Draws(layer));
        IsComplete &= software.Prepare(viewer, UploadTime - clock.Elapsed);
        if (quality == RenderQuality.Full)
            IsComplete &= Refine(viewer, target.Width, target.Height, UploadTime - clock.Elapsed);
        _frame.Begin(target);
        var block = new ViewProjection(viewer.Camera, target.Width, target.Height).ToBlock(viewer.Extent);
        drawing.Late = null;
        if (viewer.Layers.Count > 0)
        {
            // What OpenGL draws comes first: rays end at its depth. What lets through comes over what the rays have met.
            var pass = new VolumePass(quality, Occlusion: viewer.AmbientOcclusion, Shift: shift);
            DrawOpaque(viewer, others, block, pass);
            if (others.Count > 0)
                drawing.Late = onto => DrawTranslucent(onto, [.. others.Where(each => _layers.ContainsValue(each.Renderer))], block, pass);
        }
        _frame.End();
        target.CopyTo(drawing.Frame);
        software.Start(drawing, viewer, new RayView(block, target.Width, target.Height, jitter, shift), quality, isUrgent);
    }

    /// <summary>Where <see cref="UsesCpu"/>, reads finer what the camera is near to, as drawing with all care does too.</summary>
    /// <param name="viewer">What is shown.</param>
    /// <param name="width">Pixels of the picture.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="budget">For how long at most, about.</param>
    /// <returns>Whether nothing is left to do.</returns>
    public bool Refine(Viewer viewer, int width, int height, TimeSpan budget) =>
        _software is null || viewer.Layers.Count == 0 || _software.Refine(viewer, new ViewProjection(viewer.Camera, width, height), budget);

    /// <summary>Changes whenever <see cref="Refine(Viewer, int, int, TimeSpan)"/> brought something new to be seen.</summary>
    public int DetailVersion => _software?.DetailVersion ?? 0;

    /// <summary>Waits for a drawing and takes it over into a target of the same size.</summary>
    public void EndVolumeView(RenderTarget target, SoftwareDrawing drawing)
    {
        drawing.Wait();
        // The depth is for what OpenGL puts over it.
        target.CopyFrom(drawing.Frame, withDepth: drawing.Late is not null);
        drawing.Late?.Invoke(target);
        _frame.End();
        GlCheck.After(_gl, "Drawing the view");
    }

    /// <summary>The part of slices' pictures that is drawn; the rest stays as it is in the target. Null for all.</summary>
    public PicturePart? SlicePart { get; set; }

    /// <summary>Draws the slice through the viewer's cursor. What is not on the GPU yet is left out, see <see cref="IsComplete"/>.</summary>
    /// <param name="viewer">What is shown.</param>
    /// <param name="camera">How the slice is looked at, in pixels of the picture.</param>
    /// <param name="target">The picture.</param>
    /// <param name="pixelRatio">Pixels of the picture for each of the view, along one direction: widths given in pixels are those of the view.</param>
    public void DrawSliceView(Viewer viewer, PlaneCamera camera, RenderTarget target, float pixelRatio = 1)
    {
        var pass = new SlicePass(camera, viewer.Cursor, target.Width, target.Height, pixelRatio, viewer.Slab);
        var layers = Visible(viewer, (layer, time) => PrepareSlice(layer, pass, time));
        _frame.Begin(target, SlicePart);
        target.BindColorOnly();
        _gl.Enable(EnableCap.Blend);
        foreach (var (_, blending, _, renderer) in layers)
        {
            LayerBlends.Set(_gl, blending);
            renderer.DrawSlice(pass with { Blending = blending });
        }
        _frame.End();
    }

    /// <summary>Brings all visible layers onto the GPU, waiting for them.</summary>
    /// <exception cref="UserException">A layer cannot be read.</exception>
    public void Finish(Viewer viewer, CancellationToken cancellationToken = default)
    {
        while (_software?.Prepare(viewer, UploadTime) == false)
            cancellationToken.ThrowIfCancellationRequested();
        if (_software is { Failures: { Count: > 0 } failures })
            throw new UserException(string.Join(" ", failures));
        while (Visible(viewer, (layer, time) => layer.Prepare(time), layer => _software is null || !SoftwareRenderer.Draws(layer)) is not null && !IsComplete)
            cancellationToken.ThrowIfCancellationRequested();
        if (_failures.Count > 0)
            throw new UserException(string.Join(" ", _failures.Values));
    }

    /// <summary>Frees what is on the GPU of a layer. When it is seen again it is read again: also the way to show data that changed.</summary>
    public void Forget(Layer layer)
    {
        _software?.Forget(layer);
        _failures.Remove(layer);
        if (_layers.Remove(layer, out var renderer))
            renderer?.Dispose();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        foreach (var layer in _layers.Keys.ToList())
            Forget(layer);
        _software?.Dispose();
        _pickTarget?.Dispose();
        _box.Dispose();
        _scene.Dispose();
    }

    private static bool PrepareSlice(ILayerRenderer layer, SlicePass pass, TimeSpan time)
    {
        // The slice first, since it is what the user waits for; the rest is for the other views.
        var shown = layer.PrepareSlice(pass, time);
        layer.Prepare(pass.Camera.Across is null ? time : TimeSpan.Zero);
        return shown;
    }

    // The layers that are seen, in drawing order, with as much prepared as the time allows.
    private List<SeenLayer> Visible(Viewer viewer, Func<ILayerRenderer, TimeSpan, bool> prepare, Func<Layer, bool>? isWanted = null)
    {
        foreach (var gone in _layers.Keys.Where(layer => !viewer.Layers.Contains(layer)).ToList())
            Forget(gone);
        var clock = Stopwatch.StartNew();
        var shown = new List<SeenLayer>();
        _surplus.Clear();
        IsComplete = true;
        foreach (var layer in viewer.Layers.Where(layer => layer.Visible && layer.Opacity > 0 && (Shows?.Invoke(layer) ?? true) && isWanted?.Invoke(layer) != false && !_failures.ContainsKey(layer)))
        {
            try
            {
                if (!_layers.TryGetValue(layer, out var renderer))
                    _layers[layer] = renderer = LayerRendererTable.Create(_scene, layer);
                if (renderer is null)
                    continue;
                IsComplete &= prepare(renderer, UploadTime - clock.Elapsed);
                var cut = LayerCut.Of(viewer, layer);
                if (cut.Notice(layer.Name) is { } notice)
                    _surplus.Add(notice);
                shown.Add(new SeenLayer(cut, LayerBlends.Of(layer, isLowest: shown.Count == 0), layer, renderer));
            }
            catch (Exception failure) when (failure is UserException or GlException or IOException or ObjectDisposedException)
            {
                Forget(layer);
                _failures[layer] = failure.Message;
            }
        }
        return shown;
    }

    // What is near is brought in finer; what is there of it already is drawn meanwhile.
    private void Refine(ViewProjection projection, IReadOnlyList<SeenLayer> layers)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (cut, _, _, layer) in layers)
            IsComplete &= layer.Refine(projection, cut, UploadTime - clock.Elapsed);
    }

    // First what is opaque, with its depth, and the box; then what lets through, not behind that depth.
    private void DrawLayers(Viewer viewer, RenderTarget target, List<SeenLayer> layers, ViewBlock block, VolumePass pass)
    {
        DrawOpaque(viewer, layers, block, pass);
        DrawTranslucent(target, layers, block, pass);
    }

    private void DrawOpaque(Viewer viewer, List<SeenLayer> layers, ViewBlock block, VolumePass pass)
    {
        _scene.View.Bind(SceneResources.ViewPoint, block);
        _gl.Enable(EnableCap.DepthTest);
        _gl.DepthMask(true);
        foreach (var (cut, blending, layer, renderer) in layers)
            DrawOpaque(viewer, layer, renderer, pass with { Blending = blending, View = block, Cut = cut }, cut);
        DrawBoxes(viewer);
        _gl.Disable(EnableCap.DepthTest);
    }

    // The box of a layer that has the size of the scene is the scene's.
    private void DrawBoxes(Viewer viewer)
    {
        var extents = viewer.Layers.Where(layer => layer is { Visible: true, ShowsBox: true } && _shows?.Invoke(layer) != false).Select(Viewer.ExtentOf).Distinct();
        foreach (var extent in viewer.ShowsBox ? extents.Prepend(viewer.Extent).Distinct() : extents)
            _box.Draw(extent);
    }

    private void DrawTranslucent(RenderTarget target, List<SeenLayer> layers, ViewBlock block, VolumePass pass)
    {
        target.BindColorOnly();
        _gl.Enable(EnableCap.Blend);
        pass = pass with { View = block with { DepthLimits = 1 } };
        _scene.View.Bind(SceneResources.ViewPoint, pass.View);
        var pair = FilmPair.Of(layers, pass);
        foreach (var (cut, blending, _, renderer) in layers)
        {
            // The films of the pair are drawn with its image, where the upper of the two has its turn.
            if (renderer == pair?.Lower)
                continue;
            var isPair = renderer == pair?.Upper;
            _frame.BindDepth(target.DepthTexture);
            BindCut(cut);
            LayerBlends.Set(_gl, blending);
            (isPair ? pair!.Image : renderer).DrawTranslucent(pass with { Blending = blending, Cut = cut, Films = isPair ? pair!.Films : null });
        }
    }

    // A layer on planes without depth is blended over those before, such as labels over an image on the same planes, and hides what lies behind.
    private void DrawOpaque(Viewer viewer, Layer layer, ILayerRenderer renderer, VolumePass pass, LayerCut cut)
    {
        BindCut(cut);
        var isFlat = Depictions.IsFlat(layer);
        if (isFlat)
        {
            _scene.Planes.Bind(SceneResources.PlanesPoint, PlanesBlock.Of(layer, viewer.Cursor));
            _gl.Enable(EnableCap.Blend);
            LayerBlends.Set(_gl, pass.Blending);
        }
        renderer.DrawOpaque(pass);
        if (isFlat)
            _gl.Disable(EnableCap.Blend);
    }

    private void BindCut(LayerCut cut) => _scene.Clip.Bind(SceneResources.ClipPoint, cut.ToBlock());
}
