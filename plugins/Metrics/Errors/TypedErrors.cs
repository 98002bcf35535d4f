using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>Gives every voxel that is labelled in both volumes the type of its error.</summary>
internal sealed class TypedErrors
{
    internal static readonly int Types = Enum.GetValues<ErrorType>().Length;

    private readonly LabelVolume _labels;
    private readonly LabelVolume _reference;
    // The matched phase of a label; unlabelled where there is none.
    private readonly byte[] _phaseOfLabel = new byte[256];
    private readonly byte[] _phaseOfReference = new byte[256];

    internal TypedErrors(LabelVolume labels, LabelVolume reference, IReadOnlyList<MatchedPhase> matched)
    {
        (_labels, _reference) = (labels, reference);
        Array.Fill(_phaseOfLabel, LabelVolume.Unlabelled);
        Array.Fill(_phaseOfReference, LabelVolume.Unlabelled);
        for (var phase = 0; phase < matched.Count; phase++)
        {
            if (matched[phase].Label is { } label)
                _phaseOfLabel[label] = (byte)phase;
            if (matched[phase].ReferenceLabel is { } referenceLabel)
                _phaseOfReference[referenceLabel] = (byte)phase;
        }
        (ByReference, ByLabel) = (new long[matched.Count, Types], new long[matched.Count, Types]);
    }

    /// <summary>Voxels by the phase of the reference, and type.</summary>
    internal long[,] ByReference { get; }

    /// <summary>Voxels by the phase they have, and type.</summary>
    internal long[,] ByLabel { get; }

    /// <summary>The objects of the reference; those that are lost are missed. Known after <see cref="Mark"/>.</summary>
    internal PhaseObjects? Missed { get; private set; }

    /// <summary>The objects of the labels; those that are lost are false. Known after <see cref="Mark"/>.</summary>
    internal PhaseObjects? False { get; private set; }

    /// <summary>Voxels unlabelled in either volume.</summary>
    internal long Ignored { get; private set; }

    /// <summary>Fills in the type of each voxel; <see cref="LabelVolume.Unlabelled"/> where either volume is.</summary>
    /// <param name="types">Of the same shape.</param>
    /// <param name="parameters">What a border and an object are.</param>
    /// <param name="sliceDone">Called three times for every slice.</param>
    internal void Mark(LabelVolume types, ErrorsParameters parameters, Action sliceDone)
    {
        var shape = _labels.Shape;
        Missed = PhaseObjects.Find(shape, (z, own, other) => Read(z, other, own), parameters.FoundShare, parameters.SmallestObject, sliceDone);
        False = PhaseObjects.Find(shape, Read, parameters.FoundShare, parameters.SmallestObject, sliceDone);
        var borders = new PhaseBorders(shape, parameters.Border, (z, phases) => Map(_reference.Slice(z), _phaseOfReference, phases));
        var (phase, truth) = (new byte[shape.SliceLength], new byte[shape.SliceLength]);
        var (missed, isFalse, near) = (new bool[phase.Length], new bool[phase.Length], new bool[phase.Length]);
        for (var z = 0; z < shape.Depth; z++)
        {
            Read(z, phase, truth);
            Missed.Mark(z, missed);
            False.Mark(z, isFalse);
            borders.Mark(z, near);
            var slice = types.Slice(z);
            for (var i = 0; i < phase.Length; i++)
            {
                if (phase[i] == LabelVolume.Unlabelled)
                {
                    slice[i] = LabelVolume.Unlabelled;
                    Ignored++;
                    continue;
                }
                var type = phase[i] == truth[i] ? ErrorType.Correct
                    : missed[i] ? isFalse[i] ? ErrorType.Swapped : ErrorType.Missed
                    : isFalse[i] ? ErrorType.False
                    : near[i] ? ErrorType.Border : ErrorType.Extent;
                slice[i] = (byte)type;
                ByReference[truth[i], (int)type]++;
                ByLabel[phase[i], (int)type]++;
            }
            sliceDone();
        }
    }

    // Both unlabelled where either is.
    private void Read(int z, byte[] phase, byte[] truth)
    {
        Map(_labels.Slice(z), _phaseOfLabel, phase);
        Map(_reference.Slice(z), _phaseOfReference, truth);
        for (var i = 0; i < phase.Length; i++)
        {
            if (phase[i] == LabelVolume.Unlabelled || truth[i] == LabelVolume.Unlabelled)
                phase[i] = truth[i] = LabelVolume.Unlabelled;
        }
    }

    private static void Map(ReadOnlySpan<byte> labels, byte[] phases, byte[] target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = phases[labels[i]];
    }
}
