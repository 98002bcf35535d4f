using TorchSharp;

namespace VolumeViewer.Sdk.Neural;

/// <summary>A part of a network that can be restored or frozen by itself: a direct child of its module that holds parameters.</summary>
/// <param name="Name">The child's name without leading underscores, such as "encoder0".</param>
/// <param name="Key">The child's registered name, with which the names of its parameters begin.</param>
/// <param name="Module">The child; lent by the network.</param>
/// <param name="ParameterCount">Weights and biases in it; the running statistics of batch normalisations are not counted.</param>
public sealed record NetworkStage(string Name, string Key, torch.nn.Module Module, long ParameterCount);
