namespace VolumeViewer.Sdk;

/// <summary>Part of a step that can be taken back and done again.</summary>
internal interface IUndoableChange
{
    /// <summary>In words for the user.</summary>
    string Title { get; }

    /// <summary>The layer to select after going back or forth, if it is in the viewer then.</summary>
    Layer? Subject { get; }

    /// <summary>Layers that must not be disposed as long as the change is kept.</summary>
    IEnumerable<Layer> Layers { get; }

    long HeldBytes { get; }

    /// <summary>Whether everything is afterwards as it was before.</summary>
    bool IsNothing { get; }

    void Undo();

    void Redo();

    /// <summary>Whether this, which came right after <paramref name="earlier"/>, belongs to the same gesture.</summary>
    bool Continues(IUndoableChange earlier);

    /// <summary>Both as one, or null where both have to be kept.</summary>
    IUndoableChange? MergedWith(IUndoableChange earlier);
}
