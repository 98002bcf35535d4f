namespace TorchSharp;

public static partial class torch
{
    /// <summary>One of the indices between the brackets: a place, a range, all of a dimension, a new dimension, or a tensor of places.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Null,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        public static TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        public static TensorIndex None = new() { kind = Kind.None };

        public static TensorIndex Null = new() { kind = Kind.Null };

        public static TensorIndex Colon = Slice();

        internal Kind kind;
        internal long? startIndexOrBoolOrSingle;
        internal long? stopIndex;
        internal long? step;
        internal Tensor? tensor;

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = Kind.Slice, startIndexOrBoolOrSingle = start, stopIndex = stop, step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, (long?)range.end);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, startIndexOrBoolOrSingle = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, startIndexOrBoolOrSingle = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>Not for calling: it makes the compiler prefer the indexers that take indices over those that take tensors.</summary>
        public static implicit operator Tensor(TensorIndex value) =>
            throw new InvalidOperationException($"An index of kind {value.kind} is not a tensor.");
    }
}
