using System.Runtime.CompilerServices;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.History;

/// <summary>The runs of this process, those in the journal, and which run made which layer.</summary>
internal sealed class RunHistory(string folder)
{
    private readonly Lock _lock = new();
    private readonly List<OperationRecord> _session = [];
    private readonly ConditionalWeakTable<Layer, LayerOrigin> _origins = [];
    private bool _toldOfJournal;

    /// <summary>Raised from the run's thread when a run was recorded.</summary>
    public event Action<OperationRecord>? Added;

    public Journal Journal { get; } = new(folder);

    /// <summary>The runs of this process, the oldest first.</summary>
    public IReadOnlyList<OperationRecord> Session { get { lock (_lock) return [.. _session]; } }

    /// <summary>The run that made a layer, or null where it was opened or made otherwise.</summary>
    public LayerOrigin? OriginOf(Layer layer) => _origins.TryGetValue(layer, out var origin) ? origin : null;

    /// <summary>Tells which run made a layer that was opened with a project. The run is not one of this process.</summary>
    public void Restore(OperationRecord record, OperationInputs inputs, Layer layer) => _origins.AddOrUpdate(layer, new LayerOrigin(record, inputs));

    /// <summary>Keeps a record; a journal that cannot be written is told of once, and does not hinder the run.</summary>
    public void Add(OperationRecord record, OperationInputs inputs, IEnumerable<Layer> made, Action<string> tell)
    {
        var origin = new LayerOrigin(record, inputs);
        foreach (var layer in made)
            _origins.AddOrUpdate(layer, origin);
        lock (_lock)
            _session.Add(record);
        try
        {
            Journal.Append(record);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            lock (_lock)
            {
                if (_toldOfJournal)
                    return;
                _toldOfJournal = true;
            }
            tell($"The history cannot be written: {problem.Message} Runs go on without it; {UserFolders.HomeVariable} names another folder for it.");
        }
        finally
        {
            Added?.Invoke(record);
        }
    }

    /// <summary>The runs of the journal and of this process, the oldest first, and the count of damaged lines.</summary>
    /// <exception cref="UserException">The journal is there and cannot be read.</exception>
    public (IReadOnlyList<OperationRecord> Records, int Damaged) All()
    {
        try
        {
            var (records, damaged) = Journal.Read();
            return ([.. records.Concat(Session).DistinctBy(record => record.Id).OrderBy(record => record.Started)], damaged);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The history '{Journal.Path}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The record whose id begins with a text.</summary>
    /// <exception cref="UserException">There is none, or more than one.</exception>
    public static OperationRecord Find(IReadOnlyList<OperationRecord> records, string prefix)
    {
        var found = records.Where(record => record.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 when prefix.Length > 0 => found[0],
            0 => throw new UserException($"There is no run '{prefix}' in the history; 'history' lists the runs."),
            _ => throw new UserException($"'{prefix}' stands for {found.Count} runs: {string.Join(", ", found.TakeLast(5).Select(record => record.Id))}. Give more of the id."),
        };
    }
}
