using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>Which label stands for which value of a file.</summary>
internal sealed class LabelCode
{
    // Comparing with each phase's value in wide registers beats a table up to here.
    private const int MostCompared = 8;

    private readonly PhaseTable _phases;
    private readonly Dictionary<long, byte> _labelOf = [];
    private readonly short[] _ofByte = new short[256];

    /// <param name="phases">Label n is the n-th.</param>
    public LabelCode(PhaseTable phases)
    {
        _phases = phases;
        Array.Fill(_ofByte, (short)-1);
        // A phase counts more than the value that stands for unlabelled voxels elsewhere, and of 32 bits a float holds the nearest value only.
        var unlabelled = UnlabelledFileValue(phases);
        Add((long)(float)unlabelled, LabelVolume.Unlabelled);
        Add(unlabelled, LabelVolume.Unlabelled);
        for (var label = 0; label < phases.Count; label++)
            Add(phases[label].FileValue, (byte)label);
    }

    /// <summary>The value that stands for unlabelled voxels in files: the largest of the type that no phase has.</summary>
    public static long UnlabelledFileValue(PhaseTable phases)
    {
        var largest = phases.Max(phase => phase.FileValue);
        var value = largest <= byte.MaxValue ? byte.MaxValue : largest <= ushort.MaxValue ? ushort.MaxValue : uint.MaxValue;
        while (phases.Any(phase => phase.FileValue == value))
            value--;
        return value;
    }

    /// <summary>Reads a slice as labels.</summary>
    /// <exception cref="UserException">A value is in no phase, or the slice cannot be read.</exception>
    public void Read(IVolumeSource source, int z, Span<byte> labels)
    {
        SourceChecks.SliceLength(source.Shape.SliceLength, labels.Length);
        if (source.VoxelType == VoxelType.UInt8)
        {
            source.ReadSlice(z, labels);
            OfBytes(labels, z);
            return;
        }
        var rented = ArrayPool<float>.Shared.Rent(labels.Length);
        try
        {
            var row = rented.AsSpan(0, labels.Length);
            source.ReadSlice(z, row);
            OfNumbers(row, labels, z);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private void Add(long value, byte label)
    {
        _labelOf[value] = label;
        if (value is >= 0 and <= byte.MaxValue)
            _ofByte[value] = label;
    }

    private void OfBytes(Span<byte> voxels, int z)
    {
        var done = _phases.Count <= MostCompared ? Compare(voxels) : 0;
        for (var i = done; i < voxels.Length; i++)
        {
            var label = _ofByte[voxels[i]];
            voxels[i] = label >= 0 ? (byte)label : throw Unknown(voxels[i], z);
        }
    }

    // As many voxels as fill registers and are known; the rest, with what is wrong with it, is the caller's.
    private int Compare(Span<byte> voxels)
    {
        Span<Vector<byte>> values = stackalloc Vector<byte>[MostCompared + 1], labels = stackalloc Vector<byte>[MostCompared + 1];
        var count = 0;
        for (var value = 0; value < _ofByte.Length; value++)
        {
            if (_ofByte[value] >= 0)
                (values[count], labels[count++]) = (new Vector<byte>((byte)value), new Vector<byte>((byte)_ofByte[value]));
        }
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(voxels);
        for (var i = 0; i < wide.Length; i++)
        {
            var (found, known) = (Vector<byte>.Zero, Vector<byte>.Zero);
            for (var phase = 0; phase < count; phase++)
            {
                var isThis = Vector.Equals(wide[i], values[phase]);
                known |= isThis;
                found |= isThis & labels[phase];
            }
            if (known != Vector<byte>.AllBitsSet)
                return i * Vector<byte>.Count;
            wide[i] = found;
        }
        return wide.Length * Vector<byte>.Count;
    }

    private void OfNumbers(ReadOnlySpan<float> row, Span<byte> labels, int z)
    {
        var (lastValue, lastLabel) = (float.NaN, LabelVolume.Unlabelled);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != lastValue)
            {
                lastValue = row[i];
                // The comparison with the cut-off value also refuses NaN and fractions.
                if ((long)lastValue != lastValue || !_labelOf.TryGetValue((long)lastValue, out lastLabel))
                    throw Unknown(lastValue, z);
            }
            labels[i] = lastLabel;
        }
    }

    private UserException Unknown(float value, int z) => new($"The label image has the value {value} in slice {z}, which is none of the phases "
        + string.Join(", ", _phases.Select(phase => phase.FileValue)) + ".");
}
