using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Where a part of a result was written: a layer, a table, or with neither the folder that the operation filled.</summary>
internal sealed record WrittenFile(string Path, Layer? Layer = null, Table? Table = null);
