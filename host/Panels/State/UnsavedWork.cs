using System.Collections.Specialized;
using System.Reflection;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What was changed since it was saved: the one place that the title, the question before closing and the keeping of copies ask.</summary>
/// <remarks>Where one looks (cursor, camera, selection) is no change; whoever changes something else that a project keeps calls <see cref="Touch"/>.</remarks>
internal sealed class UnsavedWork : IDisposable
{
    private readonly Viewer _viewer;
    // Where one looks is no change.
    private static readonly PropertyInfo[] Watched =
        [.. PropertyJson.Kept(typeof(Viewer)).Where(property => property.Name is not (nameof(Viewer.Cursor) or nameof(Viewer.SelectedLayer)))];

    private object?[] _appearance;
    private long _saved;

    public UnsavedWork(Viewer viewer)
    {
        _viewer = viewer;
        _appearance = AppearanceOf(viewer);
        viewer.Layers.CollectionChanged += OnListChanged;
        viewer.Layers.LayerChanged += OnLayerChanged;
        viewer.Changed += OnViewerChanged;
        viewer.Measurements.Changed += OnMeasured;
        viewer.Notes.Changed += OnMeasured;
    }

    /// <summary>Grows with every change that a project would keep.</summary>
    public long Version { get; private set; }

    /// <summary>Whether anything was changed since the project was saved or opened.</summary>
    public bool IsChanged => Version != _saved;

    /// <summary>Layers whose voxels were changed and are in no file of their own, nor beside a project as they are.</summary>
    public IReadOnlyList<Layer> ChangedVoxels => [.. _viewer.Layers.Where(layer => !layer.IsTemporary && VoxelChanges.HasUnsaved(layer) && VoxelChanges.StoredAt(layer) is null)];

    /// <summary>Notes a change that raises no event.</summary>
    public void Touch() => Version++;

    /// <summary>Tells that a project holds all as it was at a version.</summary>
    public void TellSaved(long version) => _saved = version;

    public void Dispose()
    {
        _viewer.Layers.CollectionChanged -= OnListChanged;
        _viewer.Layers.LayerChanged -= OnLayerChanged;
        _viewer.Changed -= OnViewerChanged;
        _viewer.Measurements.Changed -= OnMeasured;
        _viewer.Notes.Changed -= OnMeasured;
    }

    private static object?[] AppearanceOf(Viewer viewer) => [.. Watched.Select(property => property.GetValue(viewer))];

    private void OnMeasured(object? sender, EventArgs e) => Touch();

    private void OnListChanged(object? sender, NotifyCollectionChangedEventArgs e)
    {
        if ((e.NewItems ?? e.OldItems)?.OfType<Layer>().All(layer => layer.IsTemporary) != true)
            Touch();
    }

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (change.Layer.IsTemporary)
            return;
        VoxelChanges.Note(change);
        Touch();
    }

    private void OnViewerChanged(object? sender, EventArgs e)
    {
        var appearance = AppearanceOf(_viewer);
        if (!appearance.SequenceEqual(_appearance))
            Touch();
        _appearance = appearance;
    }
}
