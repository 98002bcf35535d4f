namespace VolumeViewer.Sdk;

/// <summary>One change of a layer that has happened, and how to take it back.</summary>
public abstract class LayerChange
{
    /// <param name="layer">The layer that changed.</param>
    /// <param name="title">The change in words for the user.</param>
    private protected LayerChange(Layer layer, string title) => (Layer, Title) = (layer, title);

    /// <summary>The layer that changed.</summary>
    public Layer Layer { get; }

    /// <summary>The change in words for the user, such as "Opacity of 'cement' to 0.4".</summary>
    public string Title { get; }

    /// <summary>About how many bytes are kept for taking it back.</summary>
    public virtual long HeldBytes => 0;

    /// <summary>Whether it can be taken back.</summary>
    internal virtual bool CanUndo => true;

    /// <summary>Whether the layer is afterwards as it was before.</summary>
    internal virtual bool IsNothing => false;

    internal abstract void Undo();

    internal abstract void Redo();

    /// <summary>Whether a change that came right after belongs to the same gesture.</summary>
    internal abstract bool Continues(LayerChange earlier);

    /// <summary>This change and the one before as one, or null where both have to be kept.</summary>
    internal virtual LayerChange? MergedWith(LayerChange earlier) => null;
}
