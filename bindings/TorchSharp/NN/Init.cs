using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of weights, as PyTorch draws them.</summary>
        public static class init
        {
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1.0,
            };

            public static Tensor ones_(Tensor tensor) => Fill(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => Fill(tensor, 0);

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, val);

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var untracked = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var untracked = no_grad();
                return tensor.normal_(mean, std, generator);
            }

            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var receptive = shape[2..].TotalSize();
                return (shape[1] * receptive, shape[0] * receptive);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static Tensor Fill(Tensor tensor, Scalar value)
            {
                using var untracked = no_grad();
                return tensor.fill_(value);
            }
        }

        public static partial class utils
        {
            /// <summary>Scales the gradients down until their norm as one vector is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Modules.Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var untracked = no_grad();
                var gradients = tensors.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (gradients.Length == 0)
                    return 0;
                var norms = stack(gradients.Select(gradient => Norm(gradient.detach(), norm_type)));
                var norm = Norm(norms, norm_type).ToDouble();
                var scale = Math.Min(1.0, max_norm / (norm + 1e-6));
                foreach (var gradient in gradients)
                    gradient.mul_(scale);
                return norm;
            }

            public static void clip_grad_value_(IEnumerable<Modules.Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var untracked = no_grad();
                foreach (var gradient in tensors.Select(parameter => parameter.grad).OfType<Tensor>())
                    gradient.clamp_(-clip_value, clip_value);
            }

            private static Tensor Norm(Tensor tensor, double p) => double.IsInfinity(p) ? tensor.abs().max() : Op.Tensor("norm.Scalar", tensor, p);
        }
    }
}
