using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => Put(value, [i1]);
        }

        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Put(value, [i1, i2]);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Put(value, [i1, i2, i3]);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Put(value, [i1, i2, i3, i4]);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put(value, [i1, i2, i3, i4, i5]);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put(value, [i1, i2, i3, i4, i5, i6]);
        }

        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(value, indices);
        }

        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor index(params TensorIndex[] indices) => Indexing.Get(this, indices);

        public Tensor index(params Tensor[] indices) => Op.Tensor("index.Tensor", this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Indexing.Put(this, value, indices);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Self("index_put_", this, indices, value);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filling = Op.Tensor("full", Array.Empty<long>(), value, dtype, Value.None, device);
            return index_put_(filling, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filling = Op.Tensor("full", Array.Empty<long>(), value, dtype, Value.None, device);
            return index_put_(filling, indices);
        }

        private Tensor At(long[] indices) => index(Array.ConvertAll(indices, i => TensorIndex.Single(i)));

        private void Put(Tensor value, long[] indices) => index_put_(value, Array.ConvertAll(indices, i => TensorIndex.Single(i)));

        public Tensor index_select(long dim, Tensor index) => Op.Tensor("index_select", this, dim, index);

        public Tensor take(Tensor index) => Op.Tensor("take", this, index);

        public Tensor argwhere() => Op.Tensor("argwhere", this);

        public Tensor take_along_dim(Tensor indices) => Op.Tensor("take_along_dim", this, indices);

        public Tensor take_along_dim(Tensor indices, long dim) => Op.Tensor("take_along_dim", this, indices, dim);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Op.Tensor("index_add", this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Self("index_add_", this, dim, index, source, alpha);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Op.Tensor("index_copy", this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Self("index_copy_", this, dim, index, source);

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Op.Tensor("index_fill.int_Scalar", this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Self("index_fill_.int_Scalar", this, dim, index, value);

        public Tensor masked_fill(Tensor mask, Scalar value) => Op.Tensor("masked_fill.Scalar", this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Self("masked_fill_.Scalar", this, mask, value);

        public Tensor masked_scatter(Tensor mask, Tensor value) => Op.Tensor("masked_scatter", this, mask, value);

        public Tensor masked_select(Tensor mask) => Op.Tensor("masked_select", this, mask);

        public Tensor gather(long dim, Tensor index) => Op.Tensor("gather", this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Op.Tensor("scatter.src", this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Self("scatter_.src", this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Op.Tensor("scatter_add", this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Self("scatter_add_", this, dim, index, src);

        public Tensor nonzero() => Op.Tensor("nonzero", this);

        public IList<Tensor> nonzero_as_list() => Op.Tensors("nonzero_numpy", this);
    }
}
