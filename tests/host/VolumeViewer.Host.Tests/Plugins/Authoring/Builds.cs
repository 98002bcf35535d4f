namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>Tests that run the compiler, one after the other: several at a time would only be slower.</summary>
[CollectionDefinition("builds", DisableParallelization = true)]
public sealed class Builds;
