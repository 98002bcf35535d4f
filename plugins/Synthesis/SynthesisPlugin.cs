using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Plugins.Synthesis.Bias.Disagreement;
using VolumeViewer.Plugins.Synthesis.Bias.Estimate;
using VolumeViewer.Plugins.Synthesis.Bias.Intervals;
using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis;

/// <summary>Synthetic electrodes, their tomograms, and the bias of those who label.</summary>
public sealed class SynthesisPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Activate(IPluginContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Structures(context);
        Imaging(context);
        Bias(context);
    }

    private static void Structures(IPluginContext context)
    {
        context.Register<IOperation>(ElectrodeOperation.Create());
        context.Register<IOperation>(Blobs.Create());
        context.Register<IOperation>(OverlappingSpheres.Create());
        context.Register<IOperation>(Voronoi.Create());
        context.Register<IOperation>(Fibres.Create());
        context.Register(ElectrodeOperation.Sample());
    }

    private static void Imaging(IPluginContext context)
    {
        context.Register<IOperation>(TomogramOperation.Create());
        context.Register<IOperation>(TwinOperation.Create());
    }

    private static void Bias(IPluginContext context)
    {
        context.Register<IOperation>(GenerateAnnotations.Create());
        context.Register<IOperation>(MeasureAnnotators.Create());
        context.Register<IOperation>(AnnotatorStudy.Create());
        context.Register<IOperation>(ProbabilityIntervals.Create());
        context.Register<IOperation>(CalibrationStudy.Create());
        context.Register<IOperation>(MeasureDisagreement.Create());
    }
}
