using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>The labels of pieces of which some are removed: these get a label, or the one with which they have most faces in common.</summary>
internal sealed class PieceLabels
{
    private readonly VolumeShape _shape;
    private readonly LabelRuns _runs;

    /// <param name="shape">Of the volume.</param>
    /// <param name="runs">Its pieces; their classes are labels.</param>
    /// <param name="isRemoved">By the run that stands for a piece.</param>
    /// <param name="replacement">What those get.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public PieceLabels(VolumeShape shape, LabelRuns runs, bool[] isRemoved, Replacement replacement, CancellationToken cancellationToken)
    {
        (_shape, _runs) = (shape, runs);
        Labels = new byte[runs.Count()];
        for (var run = 0; run < Labels.Length; run++)
            Labels[run] = runs.ClassOf(run);
        if (replacement.Label is { } label)
        {
            for (var run = 0; run < Labels.Length; run++)
                Labels[run] = isRemoved[run] ? label : Labels[run];
            return;
        }
        Surround(isRemoved, cancellationToken);
    }

    /// <summary>By the run that stands for a piece.</summary>
    public byte[] Labels { get; }

    // From outside inwards: a piece that only touches removed ones waits until these have a label.
    private void Surround(bool[] isRemoved, CancellationToken cancellationToken)
    {
        var contacts = Contacts(isRemoved, cancellationToken);
        var waiting = contacts.Keys.Order().ToList();
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = new List<(int Piece, byte Label)>();
            foreach (var piece in waiting)
            {
                var faces = new SortedDictionary<byte, long>();
                foreach (var (other, count) in contacts[piece])
                {
                    if (!isRemoved[other])
                        faces[Labels[other]] = faces.GetValueOrDefault(Labels[other]) + count;
                }
                if (faces.Count > 0)
                    found.Add((piece, faces.MaxBy(pair => pair.Value).Key));
            }
            // Nothing is left but removed pieces.
            if (found.Count == 0)
                break;
            foreach (var (piece, label) in found)
                (Labels[piece], isRemoved[piece]) = (label, false);
            waiting.RemoveAll(piece => !isRemoved[piece]);
        }
        foreach (var piece in waiting)
            Labels[piece] = LabelVolume.Unlabelled;
    }

    private Dictionary<int, Dictionary<int, long>> Contacts(bool[] isRemoved, CancellationToken cancellationToken)
    {
        var contacts = new Dictionary<int, Dictionary<int, long>>();
        for (var z = 0; z < _shape.Depth; z++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var y = 0; y < _shape.Height; y++)
            {
                var (first, end) = _runs.Row(z, y);
                for (var run = first; run < end; run++)
                {
                    var piece = _runs.PieceOf(run);
                    if (!isRemoved[piece])
                        continue;
                    if (!contacts.TryGetValue(piece, out var own))
                        contacts[piece] = own = [];
                    _runs.ForEachContact(z, y, run, (other, faces) =>
                    {
                        var neighbour = _runs.PieceOf(other);
                        if (neighbour != piece)
                            own[neighbour] = own.GetValueOrDefault(neighbour) + faces;
                    });
                }
            }
        }
        return contacts;
    }
}
