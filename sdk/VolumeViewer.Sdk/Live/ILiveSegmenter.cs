namespace VolumeViewer.Sdk;

/// <summary>A segmenter that learns from strokes while the user paints them, and shows at once what it has learnt.</summary>
/// <remarks>
/// The window keeps one session per image and layer of strokes, and over the whole volume the operation "segment.from-strokes" uses the segmenter in the same way,
/// so a segmenter thinks of neither.
/// </remarks>
public interface ILiveSegmenter : IContribution
{
    /// <summary>A sentence or two for the user.</summary>
    string Description { get; }

    /// <summary>The parameters of a session: its form, its options and the checks come from here.</summary>
    ParameterSchema Parameters { get; }

    /// <summary>Begins to work on an image. Quick: what takes longer is done when the session is first asked to learn.</summary>
    /// <param name="context">The image and the phases; the image outlives the session.</param>
    /// <param name="parameters">A record of the type of <see cref="Parameters"/>, already checked.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="UserException">The image does not fit.</exception>
    ILiveSession Start(LiveContext context, object parameters);
}
