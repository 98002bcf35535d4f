using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The labels an operation is to change, where it may change them, and whom it tells how far it is.</summary>
internal sealed class LabelEdit
{
    private readonly OperationContext _context;

    /// <exception cref="UserException">The limits name a phase that is not there, or grey values without an image.</exception>
    public LabelEdit(OperationContext context, EditParameters parameters)
    {
        _context = context;
        Layer = context.Labels(EditOperation.LabelsInput);
        Source = parameters is IUnlabelledValue { UnlabelledValue: { } value } ? WithUnlabelled(value) : Layer.Labels;
        Limits = new EditLimits(this, parameters, context.Layers.GetValueOrDefault(EditOperation.GreyInput) as ImageLayer);
    }

    public LabelsLayer Layer { get; }

    /// <summary>Its labels, or a copy in which a phase stands for unlabelled.</summary>
    public LabelVolume Source { get; }

    /// <summary>The phases as the user has named them.</summary>
    public PhaseTable Phases => Layer.Phases;

    public VolumeShape Shape => Source.Shape;

    public Spacing Spacing => Source.Spacing;

    public EditLimits Limits { get; }

    public CancellationToken Token => _context.CancellationToken;

    public ParallelOptions Parallel => new() { CancellationToken = Token };

    /// <summary>The image given for the grey values.</summary>
    /// <exception cref="UserException">There is none, or it has another size.</exception>
    public ImageLayer Grey()
    {
        var image = _context.Image(EditOperation.GreyInput);
        CheckShape(image, "The image");
        return image;
    }

    /// <summary>Other labels of the same size.</summary>
    /// <exception cref="UserException">They have another size.</exception>
    public LabelsLayer? Other(string input)
    {
        if (!_context.Layers.ContainsKey(input))
            return null;
        var other = _context.Labels(input);
        CheckShape(other, "The layer");
        return other;
    }

    public void CheckShape(Layer layer, string what)
    {
        if (layer.Shape != Shape)
            throw new UserException($"{what} '{layer.Name}' has {layer.Shape} voxels (z, y, x), the labels '{Layer.Name}' have {Shape}; give one of the same size.");
    }

    /// <summary>A phase by its name or value.</summary>
    /// <exception cref="UserException">There is none, or the text is empty.</exception>
    public byte Phase(string text, string option) => string.IsNullOrWhiteSpace(text)
        ? throw new UserException($"--{option} is missing: name one of the phases {string.Join(", ", Phases.Select(phase => phase.Name))}.")
        : (byte)Phases.Find(text.Trim());

    /// <summary>New labels that begin as those of the layer.</summary>
    /// <param name="phases">Their phases; by default those of the layer.</param>
    public LabelVolume Copy(PhaseTable? phases = null)
    {
        var copy = new LabelVolume(Shape, phases ?? Phases, Spacing);
        copy.ForEachSlice(z => Source.Slice(z).CopyTo(copy.Slice(z)), Token);
        return copy;
    }

    /// <summary>New labels made slice by slice of the old ones, on all cores.</summary>
    public LabelVolume Map(string status, SliceMap map, PhaseTable? phases = null)
    {
        var result = new LabelVolume(Shape, phases ?? Phases, Spacing);
        var done = 0;
        result.ForEachSlice(z =>
        {
            map(z, Source.Slice(z), result.Slice(z));
            Report(Interlocked.Increment(ref done) / (double)Shape.Depth, status);
        }, Token);
        return result;
    }

    private LabelVolume WithUnlabelled(int value)
    {
        var label = (byte)Phases.Find($"{value}");
        var labels = new LabelVolume(Layer.Shape, Phases, Layer.Spacing);
        labels.ForEachSlice(z =>
        {
            var slice = labels.Slice(z);
            Layer.Labels.Slice(z).CopyTo(slice);
            slice.Replace(label, LabelVolume.Unlabelled);
        }, Token);
        return labels;
    }

    public void Report(double fraction, string status) => _context.Job.Report(new JobProgress(fraction, status));
}

/// <summary>Makes the new labels of a slice of its old ones.</summary>
internal delegate void SliceMap(int z, ReadOnlySpan<byte> before, Span<byte> after);
