using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Items of one of the viewer's lists came, went or changed. It keeps the list as it was and as it became.</summary>
/// <param name="before">The list as it was.</param>
/// <param name="after">The list as it became.</param>
/// <param name="idOf">Tells an item from others, whatever becomes of it.</param>
/// <param name="put">Puts items into the list.</param>
internal abstract class ItemsChange<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, Guid> idOf, Action<ImmutableArray<T>> put) : IUndoableChange
    where T : IEquatable<T>
{
    public abstract string Title { get; }

    public Layer? Subject => null;

    public IEnumerable<Layer> Layers => [];

    public long HeldBytes => 0;

    public bool IsNothing => Before.AsSpan().SequenceEqual(After.AsSpan());

    protected ImmutableArray<T> Before { get; } = before;

    protected ImmutableArray<T> After { get; } = after;

    public void Undo() => put(Before);

    public void Redo() => put(After);

    // What is dragged or typed changes again and again, but stays the same items.
    public bool Continues(IUndoableChange earlier) => earlier is ItemsChange<T> other && IsSame(other.Before, other.After) && IsSame(Before, After);

    public IUndoableChange MergedWith(IUndoableChange earlier) => Of(((ItemsChange<T>)earlier).Before, After);

    /// <summary>A change of the same list.</summary>
    protected abstract ItemsChange<T> Of(ImmutableArray<T> before, ImmutableArray<T> after);

    private bool IsSame(ImmutableArray<T> one, ImmutableArray<T> other) => one.Select(idOf).SequenceEqual(other.Select(idOf));
}
