namespace VolumeViewer.Host.Rendering;

/// <summary>The textures of a part of a layer.</summary>
internal interface IDetail : IDisposable
{
    /// <summary>Brings more of it onto the GPU, for at most about this long.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    bool Upload(TimeSpan budget);
}
