using System.Collections.Specialized;
using System.ComponentModel;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A number that grows with every change of what the views show, so that a view is only drawn again when it must be.</summary>
internal sealed class SceneVersion : IDisposable
{
    private readonly Viewer _viewer;
    private readonly List<Layer> _watched = [];
    private object _appearance;
    private int _held;

    public SceneVersion(Viewer viewer)
    {
        _viewer = viewer;
        _appearance = AppearanceOf(viewer);
        viewer.Layers.CollectionChanged += OnLayersChanged;
        viewer.Changed += OnViewerChanged;
        Edits = new ChangedLabels(viewer);
        Watch();
    }

    /// <summary>Changes of layers: all views must be drawn again.</summary>
    public int Layers { get; private set; }

    /// <summary>The same for the 3-D view, which stands still while a stroke is drawn in a slice: it takes longer to draw than a step of the stroke may.</summary>
    public int Volume => HoldsVolume ? _held : _held = Layers;

    /// <summary>Whether a stroke is drawn in a slice.</summary>
    public bool HoldsVolume { get; set; }

    /// <summary>Changes of anything, the cursor and the selection too.</summary>
    public int Anything { get; private set; }

    /// <summary>Where labels were changed. While <see cref="Layers"/> grows by as much as their number, nothing else was.</summary>
    public ChangedLabels Edits { get; }

    /// <summary>Tells of a change that raises no event, such as voxels that reached the graphics card.</summary>
    public void Touch()
    {
        Layers++;
        Anything++;
    }

    public void Dispose()
    {
        _viewer.Layers.CollectionChanged -= OnLayersChanged;
        _viewer.Changed -= OnViewerChanged;
        Edits.Dispose();
        Unwatch();
    }

    private void OnViewerChanged(object? sender, EventArgs e)
    {
        var appearance = AppearanceOf(_viewer);
        if (!appearance.Equals(_appearance))
            Layers++;
        _appearance = appearance;
        Anything++;
    }

    // What of the viewer itself is seen in the pictures, beside cursor and camera, which the views compare themselves.
    private static object AppearanceOf(Viewer viewer) => (viewer.ClippingPlanes, viewer.CropBox, viewer.Slab, viewer.Comparison?.Mode, viewer.Comparison?.First, viewer.Comparison?.Second, viewer.Comparison?.ShowsOthers, viewer.AmbientOcclusion, viewer.ShowsBox);

    private void OnLayersChanged(object? sender, NotifyCollectionChangedEventArgs e)
    {
        Unwatch();
        Watch();
        Touch();
    }

    private void OnLayerChanged(object? sender, PropertyChangedEventArgs e)
    {
        if (e.PropertyName != nameof(Layer.Name))
            Layers++;
        Anything++;
    }

    private void Watch()
    {
        _watched.AddRange(_viewer.Layers);
        foreach (var layer in _watched)
            layer.PropertyChanged += OnLayerChanged;
    }

    private void Unwatch()
    {
        foreach (var layer in _watched)
            layer.PropertyChanged -= OnLayerChanged;
        _watched.Clear();
    }
}
