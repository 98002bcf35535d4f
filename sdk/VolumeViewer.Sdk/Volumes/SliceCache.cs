using System.Buffers;

namespace VolumeViewer.Sdk;

/// <summary>
/// The slices of labels that are larger than memory: read when they are wanted, and kept while there is room; those that were changed are kept for good. Which is let go is
/// found by a hand that goes round and passes those that were used since it last came by (Corbató, A paging experiment with the Multics system, 1969).
/// </summary>
/// <remarks>
/// Safe from several threads. A slice is read by one thread at a time, different ones side by side. A slice that was let go while somebody still has it stays as it is until
/// they are done with it.
/// </remarks>
internal sealed class SliceCache : IDisposable
{
    private const int MostLocks = 64;

    // Slices that were let go stay in memory until the collector takes them, which by itself waits for several times what the program holds. It is called when they
    // are as much as the cache, or so much where that is little.
    private const long LeastLetGo = 1L << 25;

    private readonly LabelSliceReader _read;
    private readonly IDisposable? _owned;
    private readonly int _length;
    private readonly byte[]?[] _slices;
    private readonly bool[] _wasUsed;
    private readonly bool[] _isChanged;
    // Of slices that were read, one more than the highest label in the file, 0 where all are unlabelled; −1 of those that were not.
    private readonly short[] _highest;
    private readonly int _labels;
    private readonly Lock[] _reading;
    // Guards which slices are held, and which stay.
    private readonly Lock _room = new();
    private readonly int[] _held;
    private int _heldCount;
    private int _changedCount;
    private int _hand;
    private long _letGo;
    private volatile bool _isDisposed;

    /// <param name="shape">Of the volume.</param>
    /// <param name="labels">The reader gives labels below this only, and <see cref="LabelVolume.Unlabelled"/>.</param>
    /// <param name="read">Reads a slice.</param>
    /// <param name="memoryBytes">What the unchanged slices that are kept may take; at least two are kept.</param>
    /// <param name="owned">Disposed with the cache.</param>
    public SliceCache(VolumeShape shape, int labels, LabelSliceReader read, long memoryBytes, IDisposable? owned)
    {
        (_read, _owned, _length, _labels) = (read, owned, shape.SliceLength, labels);
        _highest = new short[shape.Depth];
        Array.Fill(_highest, (short)-1);
        (_slices, _wasUsed, _isChanged) = (new byte[shape.Depth][], new bool[shape.Depth], new bool[shape.Depth]);
        _reading = [.. Enumerable.Range(0, Math.Min(shape.Depth, MostLocks)).Select(_ => new Lock())];
        _held = new int[(int)Math.Clamp(memoryBytes / _length, Math.Min(2, shape.Depth), shape.Depth)];
    }

    /// <summary>What the slices may take: all that fit, and those that were changed.</summary>
    public long MemoryBytes => _isDisposed ? 0 : ((long)_held.Length + _changedCount) * _length;

    /// <summary>A slice, to be read only.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public byte[] Slice(int z)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(LabelVolume));
        if (Volatile.Read(ref _slices[z]) is { } known)
        {
            _wasUsed[z] = true;
            return known;
        }
        lock (_reading[z % _reading.Length])
        {
            if (Volatile.Read(ref _slices[z]) is { } meanwhile)
                return meanwhile;
            var slice = GC.AllocateUninitializedArray<byte>(_length);
            Read(z, slice);
            return Keep(z, slice);
        }
    }

    /// <summary>A slice, to be written to: it stays from now on.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public byte[] Change(int z)
    {
        if (!Volatile.Read(ref _isChanged[z]))
        {
            // Read before it is marked, so that one that cannot be read does not count.
            Slice(z);
            lock (_room)
                Stay(z);
        }
        return Slice(z);
    }

    /// <summary>Copies a slice without keeping it for that.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public void Copy(int z, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(LabelVolume));
        if (Volatile.Read(ref _slices[z]) is { } slice)
            slice.CopyTo(destination);
        else if (Volatile.Read(ref _isChanged[z]))
            Slice(z).CopyTo(destination);
        else
            Read(z, destination);
    }

    /// <summary>Takes a slice as it shall be from now on, without reading what it was.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public void Put(int z, byte[] slice)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(LabelVolume));
        lock (_room)
        {
            Stay(z);
            Volatile.Write(ref _slices[z], slice);
        }
    }

    /// <summary>Whether a slice was changed, and so is in memory.</summary>
    public bool IsChanged(int z) => Volatile.Read(ref _isChanged[z]);

    /// <summary>The highest label of a slice, if that is not below another; else −1. A slice is only read where nobody has read it, and the file may hold such labels.</summary>
    /// <exception cref="ObjectDisposedException">The volume was disposed.</exception>
    public int HighestFrom(int z, int least)
    {
        if (IsChanged(z))
            return LabelSpans.HighestFrom(Slice(z), least);
        if (_labels <= least)
            return -1;
        if (Volatile.Read(ref _highest[z]) < 0)
        {
            var rented = ArrayPool<byte>.Shared.Rent(_length);
            Copy(z, rented.AsSpan(0, _length));
            ArrayPool<byte>.Shared.Return(rented);
        }
        // Changed meanwhile: what that is, is for who asks next.
        var highest = Volatile.Read(ref _highest[z]) - 1;
        return highest >= least ? highest : -1;
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        Array.Clear(_slices);
        _owned?.Dispose();
    }

    private void Stay(int z)
    {
        if (_isChanged[z])
            return;
        Volatile.Write(ref _isChanged[z], true);
        _changedCount++;
        if (_slices[z] is not null)
            _held[Array.IndexOf(_held, z, 0, _heldCount)] = _held[--_heldCount];
    }

    private void Read(int z, Span<byte> slice)
    {
        _read(z, slice);
        Volatile.Write(ref _highest[z], (short)(LabelSpans.Highest(slice) + 1));
    }

    private byte[] Keep(int z, byte[] slice)
    {
        lock (_room)
        {
            // Another was put there while the file was read.
            if (_isChanged[z] && _slices[z] is { } put)
                return put;
            if (!_isChanged[z])
                Hold(z);
            Volatile.Write(ref _slices[z], slice);
            return slice;
        }
    }

    private void Hold(int z)
    {
        if (_heldCount < _held.Length)
        {
            _held[_heldCount++] = z;
            return;
        }
        while (_wasUsed[_held[_hand]])
        {
            _wasUsed[_held[_hand]] = false;
            _hand = (_hand + 1) % _held.Length;
        }
        Volatile.Write(ref _slices[_held[_hand]], null);
        _held[_hand] = z;
        _hand = (_hand + 1) % _held.Length;
        _letGo += _length;
        if (_letGo >= Math.Max((long)_held.Length * _length, LeastLetGo))
        {
            _letGo = 0;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }
}
