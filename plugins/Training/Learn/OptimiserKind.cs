namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>How weights follow their gradients.</summary>
internal enum OptimiserKind
{
    /// <summary>Adam (Kingma, Ba 2015); weight decay is added to the gradients.</summary>
    Adam,

    /// <summary>Adam with weight decay apart from the gradients (Loshchilov, Hutter 2019).</summary>
    Adamw,

    /// <summary>Gradient descent with Nesterov's momentum.</summary>
    SgdNesterov,
}
