using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>A volume of grey values.</summary>
public sealed class ImageLayer : Layer
{
    private Colormap _colormap = Colormap.Gray;
    private ContrastLimits _contrastLimits;
    private ImageRenderMode _renderMode = ImageRenderMode.MaximumIntensity;
    private ImmutableArray<OpacityPoint> _opacityCurve = [new(0, 0), new(0.35f, 0), new(1, 0.35f)];
    private float _isovalue;
    private bool _interpolate = true;
    private bool _cubic;
    private float _gamma = 1;
    private float _attenuation = 0.05f;
    private string _valueUnit = "";

    /// <summary>Takes over the volume: disposing the layer disposes it. Contrast limits and isovalue are measured.</summary>
    /// <exception cref="UserException">The volume holds no finite value.</exception>
    public ImageLayer(string name, IVolumeSource volume) : this(name, volume, IntensityStatistics.Measure(volume)) { }

    /// <summary>Takes over the volume, with the statistics measured before.</summary>
    public ImageLayer(string name, IVolumeSource volume, IntensityStatistics statistics) : base(name)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        (Volume, Statistics) = (volume, statistics);
        _contrastLimits = ContrastLimits.Auto(statistics);
        _isovalue = (_contrastLimits.Low + _contrastLimits.High) / 2;
    }

    /// <summary>The grey values. Another object with the same voxels once <see cref="Spacing"/> was set.</summary>
    public IVolumeSource Volume { get; private set; }

    /// <summary>Range, mean and histogram of the grey values.</summary>
    public IntensityStatistics Statistics { get; }

    /// <summary>Colours of the intensities.</summary>
    public Colormap Colormap { get => _colormap; set => Set(ref _colormap, value); }

    /// <summary>The intensities spread over the colormap.</summary>
    public ContrastLimits ContrastLimits { get => _contrastLimits; set => Set(ref _contrastLimits, value); }

    /// <summary>The unit of the values, such as "1/cm", to be written beside the bar of colours; empty where they have none.</summary>
    public string ValueUnit { get => _valueUnit; set => Set(ref _valueUnit, value?.Trim() ?? ""); }

    /// <summary>Exponent of the place between the contrast limits, before it becomes a colour or an opacity: below 1 brightens. 0.1 to 10.</summary>
    public float Gamma { get => _gamma; set => Set(ref _gamma, Math.Clamp(value, 0.1f, 10f)); }

    /// <summary>How the layer is drawn in 3-D.</summary>
    public ImageRenderMode RenderMode { get => _renderMode; set => Set(ref _renderMode, value); }

    /// <summary>Opacity over intensity for <see cref="ImageRenderMode.Translucent"/>, by rising position.</summary>
    public ImmutableArray<OpacityPoint> OpacityCurve { get => _opacityCurve; set => Set(ref _opacityCurve, value); }

    /// <summary>The intensity of the surface for <see cref="ImageRenderMode.Isosurface"/>, in the volume's own units.</summary>
    public float Isovalue { get => _isovalue; set => Set(ref _isovalue, value); }

    /// <summary>For <see cref="ImageRenderMode.AttenuatedMaximum"/>: how fast what lies behind fades. An intensity at the upper contrast limit lets 1/e through
    /// after one over this many voxels. 0 to 10.</summary>
    public float Attenuation { get => _attenuation; set => Set(ref _attenuation, Math.Clamp(value, 0f, 10f)); }

    /// <summary>Whether intensities are interpolated between voxel centres; otherwise each voxel is a block.</summary>
    public bool Interpolate { get => _interpolate; set => Set(ref _interpolate, value); }

    /// <summary>Whether slices interpolate with cubic curves instead of straight lines, where <see cref="Interpolate"/> is set.</summary>
    public bool Cubic { get => _cubic; set => Set(ref _cubic, value); }

    /// <summary>Tells that voxels of <see cref="Volume"/> were written, so that they are drawn anew. <see cref="Statistics"/> stay as they are.</summary>
    /// <exception cref="ArgumentException">The box reaches out of the layer.</exception>
    public void TellVoxelsChanged(VoxelBox box)
    {
        if (!box.IsWithin(Shape))
            throw new ArgumentException($"The box of {box} reaches out of the layer '{Name}' of {Shape} voxels.", nameof(box));
        RaiseChanged(new ImageVoxelsChange(this, box), nameof(Volume));
    }

    /// <inheritdoc/>
    public override VolumeShape Shape => Volume.Shape;

    /// <inheritdoc/>
    public override Spacing Spacing
    {
        get => Volume.Spacing;
        set
        {
            var before = Volume.Spacing;
            if (value == before)
                return;
            Volume = RespacedSource.Of(Volume, value);
            Set(ref before, value);
        }
    }

    /// <inheritdoc/>
    public override long MemoryBytes => Volume.MemoryBytes;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Volume.Dispose();
}
