namespace VolumeViewer.Sdk;

/// <summary>What becomes of the path the user gives as --out.</summary>
public enum OutputKind
{
    /// <summary>The host writes the layers, tables or plots that the operation gives back.</summary>
    Results,

    /// <summary>The operation itself fills that folder (a training run, say); it must be given.</summary>
    Folder,
}
