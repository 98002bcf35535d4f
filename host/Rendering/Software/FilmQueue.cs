using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>The films that eight rays come to, which each ray takes one by one, and what they have shown and let through so far; as image-films.frag.</summary>
internal ref struct FilmQueue
{
    private readonly ReadOnlySpan<PacketFilm> _films;
    private readonly Vector256<float> _first;
    private readonly Vector256<float> _step;
    private Vector256<int> _number;
    private Vector256<int> _due;
    private PacketFilm _next;

    /// <param name="films">Nearer ones first; those that a ray does not meet are empty for it.</param>
    /// <param name="first">Depth of the image's first sample.</param>
    /// <param name="step">From a sample to the next.</param>
    public FilmQueue(ReadOnlySpan<PacketFilm> films, Vector256<float> first, Vector256<float> step)
    {
        _films = films;
        (_first, _step) = (first, step);
        Through = Vector256<float>.One;
        Find();
    }

    /// <summary>The films' colours so far.</summary>
    public Packet3 Color { get; private set; }

    /// <summary>What they let through so far, 0 to 1.</summary>
    public Vector256<float> Through { get; private set; }

    /// <summary>Set for rays that have a film before the n-th sample which was not taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> DueAt(Vector256<int> sample) => Vector256.GreaterThanOrEqual(sample, _due) & HasNext;

    /// <summary>Set for rays that have a film which was not taken.</summary>
    public readonly Vector256<int> HasNext
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.LessThan(_number, Vector256.Create(_films.Length));
    }

    /// <summary>Takes the next film of some rays.</summary>
    /// <param name="taken">Set for these rays.</param>
    /// <param name="before">What lies before it and is no film lets through, 0 to 1.</param>
    public void Take(Vector256<int> taken, Vector256<float> before)
    {
        var weight = (Through * before) & taken.AsSingle();
        Color += _next.Color * weight;
        Through -= Through * (_next.Alpha & taken.AsSingle());
        _number -= taken;
        Find();
    }

    // The film that each ray comes to next, and the first sample that lies behind it.
    private void Find()
    {
        _next = default;
        for (var film = 0; film < _films.Length; film++)
        {
            var isNext = Vector256.Equals(_number, Vector256.Create(film)).AsSingle();
            _next.Depth = Vector256.ConditionalSelect(isNext, _films[film].Depth, _next.Depth);
            _next.Color = Packet3.Select(isNext, _films[film].Color, _next.Color);
            _next.Alpha = Vector256.ConditionalSelect(isNext, _films[film].Alpha, _next.Alpha);
        }
        var sample = Vector256.Ceiling((_next.Depth - _first) / _step);
        _due = Vector256.ConvertToInt32Native(Vector256.MinNative(Vector256.MaxNative(sample, Vector256<float>.Zero), Vector256.Create(1e9f)));
    }
}
