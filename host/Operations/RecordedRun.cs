using VolumeViewer.Host.History;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>What an operation gave, and the record of its run.</summary>
internal sealed record RecordedRun(OperationResult Result, OperationRecord Record, IReadOnlyList<WrittenFile> Written);
