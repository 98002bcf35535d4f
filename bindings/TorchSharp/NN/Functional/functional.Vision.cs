using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="input">Any shape.</param>
            /// <param name="pad">Before and after, of the last dimension first.</param>
            /// <param name="mode">What is put there.</param>
            /// <param name="value">With <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant => Op.Tensor("pad", input, pad, "constant", value),
                PaddingModes.Zeros => Op.Tensor("pad", input, pad, "constant", 0.0),
                _ => Op.Tensor("pad", input, pad, mode.ToString().ToLowerInvariant(), Value.None),
            };

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad, pad }, mode, value);

            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                var interpolation = mode == GridSampleMode.Bilinear ? 0 : 1;
                var outside = padding_mode switch
                {
                    GridSamplePaddingMode.Border => 1,
                    GridSamplePaddingMode.Reflection => 2,
                    _ => 0,
                };
                return Op.Tensor("grid_sampler", input, grid, interpolation, outside, align_corners ?? false);
            }

            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Op.Tensor("affine_grid_generator", theta, size ?? throw new ArgumentNullException(nameof(size)), align_corners);

            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false)
            {
                var dimensions = (int)x.Dimensions - 2;
                if (size is null == scale_factor is null)
                    throw new ArgumentException("Give the new size or the scale factors, and not both.");
                if (scale_factor is { Length: 1 })
                    scale_factor = [.. Enumerable.Repeat(scale_factor[0], dimensions)];
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                    (size, scale_factor) = ([.. x.shape[2..].Select((length, i) => (long)Math.Floor(length * scale_factor[i]))], null);

                var corners = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    (InterpolationMode.Nearest, 1 or 2 or 3) => Op.Tensor($"upsample_nearest{dimensions}d.vec", x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1 or 2 or 3) => Op.Tensor($"_upsample_nearest_exact{dimensions}d.vec", x, size, scale_factor),
                    (InterpolationMode.Area, 1 or 2 or 3) => Op.Tensor($"adaptive_avg_pool{dimensions}d", x, size),
                    (InterpolationMode.Linear, 1) => Op.Tensor("upsample_linear1d.vec", x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => Op.Tensor("upsample_bilinear2d.vec", x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => Op.Tensor("upsample_bicubic2d.vec", x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3) => Op.Tensor("upsample_trilinear3d.vec", x, size, corners, scale_factor),
                    _ => throw new ArgumentException($"{mode} interpolation does not take a tensor of {dimensions} spatial dimensions."),
                };
            }
        }
    }
}
