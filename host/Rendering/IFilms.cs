namespace VolumeViewer.Host.Rendering;

/// <summary>Surfaces that let through, which can be drawn together with a translucent image, in the order of the depths.</summary>
internal interface IFilms
{
    /// <summary>Whether there are any now, and nothing is drawn of the layer but them and what hides all behind it.</summary>
    bool HasFilms(VolumePass pass);

    /// <summary>Binds what shaders need for them.</summary>
    void BindFilms(VolumePass pass);
}
