using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                InPlace(inplace, "leaky_relu", input, negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => InPlace(inplace, "elu", x, alpha);

            public static Tensor gelu(Tensor x) => gelu(x, false);

            // libtorch 1.13 leaves the gradient of a contiguous input unwritten where the gradient that arrives is contiguous but for the order of its
            // axes (pytorch/pytorch#112006). It passes two views, which cost nothing and whose way back puts it in order.
            public static Tensor gelu(Tensor x, bool inplace)
            {
                var result = InPlace(inplace, "gelu", x);
                if (!result.requires_grad || !result.is_contiguous())
                    return result;
                using (result)
                {
                    using var line = result.flatten();
                    return line.view(result.shape);
                }
            }

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                InPlace(inplace, "dropout", input, p, training);

            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                InPlace(inplace, "feature_dropout", input, p, training);

            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                InPlace(inplace, "feature_dropout", input, p, training);

            public static Tensor one_hot(Tensor x, long num_classes = -1) => Op.Tensor("one_hot", x, num_classes);

            private static Tensor InPlace(bool inplace, string op, params ReadOnlySpan<Value> arguments) =>
                Op.Tensor(inplace ? op + "_" : op, arguments);
        }
    }
}
