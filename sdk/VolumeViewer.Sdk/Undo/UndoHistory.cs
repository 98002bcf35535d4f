using System.Collections.Immutable;
using System.Collections.Specialized;

namespace VolumeViewer.Sdk;

/// <summary>
/// Undo and redo over everything that changes a viewer's layers, measurements, texts, clipping planes and crop box. It watches the viewer, so that whoever changes a layer, and whatever property is
/// added one day, need not think of it.
/// </summary>
/// <remarks>
/// Used on the viewer's thread only. Layers that left the viewer are kept for as long as a step can bring them back; when the last such step is
/// dropped they are let go of, once. Cursor, camera, layout and selection are no steps.
/// </remarks>
public sealed class UndoHistory : IDisposable
{
    /// <summary>Bytes that steps may hold unless told otherwise: 1 GiB.</summary>
    public const long DefaultMemoryBound = 1L << 30;

    /// <summary>The most steps that are kept.</summary>
    public const int MostSteps = 1000;

    private readonly Viewer _viewer;
    private readonly Action<Layer> _release;
    private readonly List<UndoStep> _steps = [];
    private Layer[] _layers;
    private ImmutableArray<Measurement> _measurements;
    private ImmutableArray<TextNote> _notes;
    private CutChange.State _cut;
    private UndoStep? _scope;
    private int _scopeDepth;
    private bool _isGestureOpen;
    private bool _isApplying;
    private int _pauses;
    private long _memoryBound = DefaultMemoryBound;

    /// <param name="viewer">The viewer to watch; stays the caller's.</param>
    /// <param name="release">Takes over a layer that nothing can bring back any more; by default it is disposed.</param>
    public UndoHistory(Viewer viewer, Action<Layer>? release = null)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        (_viewer, _release) = (viewer, release ?? (layer => layer.Dispose()));
        _layers = Lasting(viewer.Layers);
        _cut = CutChange.State.Of(viewer);
        viewer.Layers.CollectionChanged += OnListChanged;
        viewer.Changed += OnViewerChanged;
        viewer.Layers.LayerChanged += OnLayerChanged;
        _measurements = viewer.Measurements.Items;
        viewer.Measurements.Changed += OnMeasurementsChanged;
        _notes = viewer.Notes.Items;
        viewer.Notes.Changed += OnNotesChanged;
    }

    /// <summary>Raised after steps came, went, were undone or redone.</summary>
    public event EventHandler? Changed;

    /// <summary>The steps, the oldest first; those from <see cref="Position"/> on are undone.</summary>
    public IReadOnlyList<UndoStep> Steps => _steps;

    /// <summary>How many of the steps are done.</summary>
    public int Position { get; private set; }

    /// <summary>The step that <see cref="Undo"/> takes back, or null.</summary>
    public UndoStep? Undoable => Position > 0 ? _steps[Position - 1] : null;

    /// <summary>The step that <see cref="Redo"/> does again, or null.</summary>
    public UndoStep? Redoable => Position < _steps.Count ? _steps[Position] : null;

    /// <summary>Bytes that steps may hold in layers that left the viewer and in differences of labels.</summary>
    /// <remarks>The oldest steps are dropped first, but never the newest: what was just done can be taken back, however large it is.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    public long MemoryBound
    {
        get => _memoryBound;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _memoryBound = value;
            if (Trim())
                Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Bytes that the steps hold now.</summary>
    public long HeldBytes => _steps.Sum(step => step.HeldBytes) + Absent(_steps).Sum(layer => layer.MemoryBytes);

    /// <summary>Takes back the step before.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo() => GoTo(Position - 1);

    /// <summary>Does again the step after.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Redo() => GoTo(Position + 1);

    /// <summary>Takes back or does again as many steps as lie between.</summary>
    /// <param name="position">How many steps shall be done afterwards.</param>
    /// <returns>Whether anything was done; not outside 0 to the number of steps, and not while a <see cref="Step"/> is open.</returns>
    public bool GoTo(int position)
    {
        if (position < 0 || position > _steps.Count || position == Position || _scope is not null || _isApplying)
            return false;
        _isGestureOpen = false;
        _isApplying = true;
        try
        {
            while (position < Position)
            {
                var step = _steps[--Position];
                Select(step.Undo().Append(step.SelectedBefore));
            }
            while (position > Position)
                Select(_steps[Position++].Redo());
        }
        finally
        {
            _isApplying = false;
            _layers = Lasting(_viewer.Layers);
        }
        Trim();
        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Makes one step of everything that changes until the result is disposed. Inside another such step it is part of that one.</summary>
    /// <param name="title">In words for the user, such as "Add 3 layers".</param>
    public IDisposable Step(string title)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        if (_scopeDepth++ == 0)
            _scope = new UndoStep(title, _viewer.SelectedLayer);
        return new Scope(this);
    }

    /// <summary>
    /// What properties of layers and measurements become until the result is disposed is no step: for what the program sets by itself, in consequence of a change that is one.
    /// The list of layers must not change meanwhile.
    /// </summary>
    public IDisposable WithoutStep()
    {
        _pauses++;
        return new Pause(this);
    }

    /// <summary>
    /// Ends the gesture: a later change is a step of its own. Until then changes of the same property of the same layer are one step, such as those
    /// of a slider that is dragged. A window calls it whenever nothing is held or typed.
    /// </summary>
    public void EndGesture() => _isGestureOpen = false;

    /// <summary>Forgets all steps, letting go of the layers that only they held.</summary>
    public void Clear()
    {
        if (_steps.Count == 0)
            return;
        Drop(0, _steps.Count);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Stops watching and lets go of the layers that only the history held.</summary>
    public void Dispose()
    {
        _viewer.Layers.CollectionChanged -= OnListChanged;
        _viewer.Changed -= OnViewerChanged;
        _viewer.Layers.LayerChanged -= OnLayerChanged;
        _viewer.Measurements.Changed -= OnMeasurementsChanged;
        _viewer.Notes.Changed -= OnNotesChanged;
        Clear();
    }

    private void OnListChanged(object? sender, NotifyCollectionChangedEventArgs e)
    {
        var before = _layers;
        _layers = Lasting(_viewer.Layers);
        Record(new LayerListChange(_viewer.Layers, before, _layers, e.Action == NotifyCollectionChangedAction.Move ? (Layer?)e.OldItems?[0] : null));
    }

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (change.CanUndo && _pauses == 0 && !change.Layer.IsTemporary)
            Record(new UndoableLayerChange(change));
    }

    private void OnMeasurementsChanged(object? sender, EventArgs e)
    {
        var before = _measurements;
        _measurements = _viewer.Measurements.Items;
        if (_pauses == 0)
            Record(new MeasurementsChange(_viewer.Measurements, before, _measurements));
    }

    private void OnNotesChanged(object? sender, EventArgs e)
    {
        var before = _notes;
        _notes = _viewer.Notes.Items;
        if (_pauses == 0)
            Record(new NotesChange(_viewer.Notes, before, _notes));
    }

    private void OnViewerChanged(object? sender, EventArgs e)
    {
        var before = _cut;
        _cut = CutChange.State.Of(_viewer);
        if (_pauses == 0 && !before.Same(_cut))
            Record(new CutChange(_viewer, before, _cut));
    }

    private void Record(IUndoableChange change)
    {
        if (_isApplying || change.IsNothing)
            return;
        // What was undone cannot be done again upon a changed state. Its layers are let go of only when the change is recorded, which may need them.
        var undone = _steps.GetRange(Position, _steps.Count - Position);
        _steps.RemoveRange(Position, undone.Count);
        if (_scope is not null)
        {
            _scope.Add(change);
            Release(undone);
            return;
        }
        if (_isGestureOpen && Undoable is { } open && open.TryContinue(change))
        {
            if (open.IsEmpty)
            {
                Drop(Position - 1, 1);
                _isGestureOpen = false;
            }
        }
        else
        {
            var step = new UndoStep(null, _viewer.SelectedLayer);
            step.Add(change);
            Push(step);
            _isGestureOpen = true;
        }
        Release(undone);
        Trim();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static Layer[] Lasting(IEnumerable<Layer> layers) => [.. layers.Where(layer => !layer.IsTemporary)];

    private void Push(UndoStep step)
    {
        _steps.Add(step);
        Position = _steps.Count;
    }

    private void CloseScope()
    {
        if (--_scopeDepth > 0)
            return;
        var step = _scope!;
        _scope = null;
        _isGestureOpen = false;
        if (step.IsEmpty)
            return;
        Push(step);
        Trim();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Select(IEnumerable<Layer?> candidates)
    {
        if (candidates.FirstOrDefault(layer => layer is not null && _viewer.Layers.Contains(layer)) is { } layer)
            _viewer.SelectedLayer = layer;
    }

    private bool Trim()
    {
        var before = _steps.Count;
        while (Position > 1 && (_steps.Count > MostSteps || HeldBytes > _memoryBound))
            Drop(0, 1);
        // Steps undone long ago, which are farthest from what the user does now.
        while (_steps.Count > Math.Max(1, Position) && HeldBytes > _memoryBound)
            Drop(_steps.Count - 1, 1);
        return _steps.Count < before;
    }

    private void Drop(int index, int count)
    {
        if (count == 0)
            return;
        var dropped = _steps.GetRange(index, count);
        _steps.RemoveRange(index, count);
        if (index < Position)
            Position = Math.Max(index, Position - count);
        Release(dropped);
    }

    private void Release(List<UndoStep> dropped)
    {
        if (dropped.Count == 0)
            return;
        var kept = Absent(_scope is null ? _steps : [.. _steps, _scope]).ToHashSet();
        foreach (var layer in Absent(dropped).Where(layer => !kept.Contains(layer)).ToList())
            _release(layer);
    }

    // Layers that the steps can bring into the viewer, but that are not in it.
    private IEnumerable<Layer> Absent(IEnumerable<UndoStep> steps) => steps.SelectMany(step => step.Layers).Distinct().Except(_viewer.Layers);

    private sealed class Pause(UndoHistory history) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (_isOver)
                return;
            _isOver = true;
            history._pauses--;
        }
    }

    private sealed class Scope(UndoHistory history) : IDisposable
    {
        private bool _isClosed;

        public void Dispose()
        {
            if (_isClosed)
                return;
            _isClosed = true;
            history.CloseScope();
        }
    }
}
