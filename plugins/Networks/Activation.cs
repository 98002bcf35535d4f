namespace VolumeViewer.Plugins.Networks;

/// <summary>What follows a convolution.</summary>
internal enum Activation
{
    /// <summary>x where positive, a small multiple of x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where positive, 0 elsewhere.</summary>
    Relu,

    /// <summary>1 / (1 + exp(−x)).</summary>
    Sigmoid,

    /// <summary>tanh x.</summary>
    Tanh,

    /// <summary>x where positive, exp(x) − 1 elsewhere (Clevert et al. 2016).</summary>
    Elu,

    /// <summary>x times the share of a normal distribution that lies below x (Hendrycks and Gimpel 2016).</summary>
    Gelu,
}
