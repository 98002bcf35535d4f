using TorchSharp.Modules;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Inspect;

/// <summary>
/// A way to go from trained weights: drawn at random, and then each kernel scaled to the length of the network's own (Li et al., Visualizing the Loss Landscape
/// of Neural Nets, NeurIPS 2018). A network whose kernels are twice as long, and that is otherwise the same, then has the same landscape.
/// </summary>
internal static class LandscapeDirection
{
    /// <summary>
    /// A direction for a parameter, or null for those that stay: constants added to a channel, and the scales and shifts of normalisations, as in that paper.
    /// </summary>
    internal static Tensor? For(Parameter parameter, RandomSource random)
    {
        if (parameter.dim() < 2)
            return null;
        var weights = InspectedModel.Values(parameter);
        var direction = new float[weights.Length];
        var length = (int)(weights.Length / parameter.shape[0]);
        for (var start = 0; start < weights.Length; start += length)
        {
            double own = 0, drawn = 0;
            for (var i = start; i < start + length; i++)
            {
                var step = random.NextGaussian();
                direction[i] = (float)step;
                own += (double)weights[i] * weights[i];
                drawn += step * step;
            }
            var scale = Math.Sqrt(own / drawn);
            for (var i = start; i < start + length; i++)
                direction[i] = (float)(direction[i] * scale);
        }
        return tensor(direction, parameter.shape, device: parameter.device);
    }
}
