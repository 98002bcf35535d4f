namespace VolumeViewer.Host.Rendering;

/// <summary>A translucent image and a layer of films that lie in one another: drawn one after the other, either would be wholly before the other.</summary>
/// <param name="Image">The image.</param>
/// <param name="Films">The films.</param>
/// <param name="Lower">Which of the two is lower in the list.</param>
/// <param name="Upper">The other.</param>
internal sealed record FilmPair(ImageLayerRenderer Image, IFilms Films, ILayerRenderer Lower, ILayerRenderer Upper)
{
    /// <summary>The uppermost two layers that make a pair, cut alike; null where there are none. Others are put over one another.</summary>
    /// <param name="layers">In drawing order.</param>
    /// <param name="pass">How they are drawn.</param>
    public static FilmPair? Of(IReadOnlyList<SeenLayer> layers, VolumePass pass)
    {
        for (var upper = layers.Count - 1; upper > 0; upper--)
        {
            for (var lower = upper - 1; lower >= 0; lower--)
            {
                var (first, second) = (layers[lower], layers[upper]);
                if ((Match(first, second, pass) ?? Match(second, first, pass)) is var (image, films) && first.Cut.IsLike(second.Cut))
                    return new FilmPair(image, films, first.Renderer, second.Renderer);
            }
        }
        return null;
    }

    private static (ImageLayerRenderer Image, IFilms Films)? Match(SeenLayer image, SeenLayer films, VolumePass pass) =>
        image.Renderer is ImageLayerRenderer volume && volume.TakesFilms(pass with { Blending = image.Blending })
            && films.Renderer is IFilms surfaces && surfaces.HasFilms(pass with { Blending = films.Blending }) ? (volume, surfaces) : null;
}
