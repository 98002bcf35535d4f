using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>How the phases of a labels layer are drawn in 3-D: which opaque, which translucent, and in which channel of the occupancy each is.</summary>
internal sealed class PhaseDrawing
{
    private const int Labels = 256;

    private readonly sbyte[] _channels = new sbyte[Labels];

    public PhaseDrawing(PhaseTable phases, float opacity)
    {
        Array.Fill(_channels, (sbyte)-1);
        Colors = new Vector4[Labels * 2];
        var translucent = 0;
        var opaqueChannels = Vector4.Zero;
        for (var label = 0; label < phases.Count; label++)
        {
            var color = phases[label].Color;
            var alpha = phases[label].Visible ? color.A / 255f * opacity : 0;
            var (isOpaque, isTranslucent) = (alpha >= 0.999f, alpha is > 0.004f and < 0.999f);
            HasOpaque |= isOpaque;
            HasTranslucent |= isTranslucent;
            // Up to four phases have a channel each, whatever is drawn of them, so that switching one costs nothing. More have to share.
            var channel = phases.Count <= 4 ? label : isOpaque ? 0 : isTranslucent ? 1 + (translucent++ % 3) : -1;
            _channels[label] = (sbyte)channel;
            if (isOpaque)
                opaqueChannels[channel] = 1;
            Colors[label] = new Vector4(color.R / 255f, color.G / 255f, color.B / 255f, alpha);
            Colors[Labels + label] = new Vector4(isOpaque ? 1 : 0, isTranslucent ? 1 : 0, Math.Max(channel, 0) / 255f, 0);
        }
        OpaqueChannels = opaqueChannels;
    }

    /// <summary>Two rows of 256: colour and opacity by label; drawn opaque, drawn translucent, channel / 255.</summary>
    public Vector4[] Colors { get; }

    /// <summary>Whether any phase is drawn opaque.</summary>
    public bool HasOpaque { get; }

    /// <summary>Whether any phase is drawn translucent.</summary>
    public bool HasTranslucent { get; }

    /// <summary>1 for each channel of opaque phases.</summary>
    public Vector4 OpaqueChannels { get; }

    /// <summary>The channel of each label; −1 for none.</summary>
    public ReadOnlySpan<sbyte> Channels => _channels;
}
