namespace VolumeViewer.Host.Commands;

/// <summary>Whose keys commands have where the user has not chosen others.</summary>
internal enum KeyScheme
{
    /// <summary>The commands' own.</summary>
    Own,

    /// <summary>Those of napari, for the tools and commands that it has too; what loses its key by that has another one.</summary>
    Napari,
}
