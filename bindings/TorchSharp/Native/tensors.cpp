// What is not an operator: the tensor's own data and metadata, gradients, modes, threads and random generators.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

#include <mutex>

SHIM void shim_tensor_free(void* handle)
{
    guarded([&] { delete static_cast<at::Tensor*>(handle); });
}

// dtype, device type, device index, elements, element size, then five flags (requires grad, leaf, contiguous, sparse,
// defined storage), number of dimensions, sizes, strides. Stands until this thread's next call.
SHIM const int64_t* shim_tensor_info(void* handle)
{
    return guarded<const int64_t*>(nullptr, [&]
    {
        const at::Tensor& tensor = tensor_of(handle);
        const bool strided = tensor.layout() == c10::kStrided;
        auto& out = scratch();
        out.insert(out.end(), {static_cast<int64_t>(tensor.scalar_type()), static_cast<int64_t>(tensor.device().type()),
            tensor.device().index(), tensor.numel(), static_cast<int64_t>(tensor.element_size()), tensor.requires_grad(),
            tensor.is_leaf(), strided && tensor.is_contiguous(), tensor.is_sparse(), tensor.has_storage(), tensor.dim()});
        out.insert(out.end(), tensor.sizes().begin(), tensor.sizes().end());
        if (strided)
            out.insert(out.end(), tensor.strides().begin(), tensor.strides().end());
        return static_cast<const int64_t*>(out.data());
    });
}

SHIM void* shim_tensor_data(void* handle)
{
    return guarded<void*>(nullptr, [&] { return tensor_of(handle).data_ptr(); });
}

SHIM int64_t shim_tensor_storage_offset(void* handle)
{
    return guarded<int64_t>(-1, [&] { return tensor_of(handle).storage_offset(); });
}

// Over memory of the caller; release(context) is called when the last tensor on it has gone.
SHIM void* shim_tensor_wrap(void* data, const int64_t* sizes, int64_t count, int64_t dtype, void (*release)(void*), void* context)
{
    return guarded<void*>(nullptr, [&]
    {
        const auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
        return handle_of(at::from_blob(data, at::IntArrayRef(sizes, count), [=](void*) { release(context); }, options));
    });
}

SHIM int64_t shim_tensor_set_requires_grad(void* handle, int64_t value)
{
    return guarded<int64_t>(0, [&] { tensor_of(handle).set_requires_grad(value != 0); return 1; });
}

SHIM int64_t shim_tensor_retain_grad(void* handle)
{
    return guarded<int64_t>(0, [&] { tensor_of(handle).retain_grad(); return 1; });
}

// 1 and the gradient (null when there is none), or 0 on failure.
SHIM int64_t shim_tensor_grad(void* handle, void** gradient)
{
    return guarded<int64_t>(0, [&] { *gradient = handle_of(tensor_of(handle).grad()); return 1; });
}

SHIM int64_t shim_tensor_set_grad(void* handle, void* gradient)
{
    return guarded<int64_t>(0, [&]
    {
        tensor_of(handle).mutable_grad() = gradient ? tensor_of(gradient) : at::Tensor();
        return 1;
    });
}

static std::vector<at::Tensor> tensors_of(void* const* handles, int64_t count)
{
    std::vector<at::Tensor> tensors;
    for (int64_t i = 0; i < count; i++)
        tensors.push_back(handles[i] ? tensor_of(handles[i]) : at::Tensor());
    return tensors;
}

SHIM int64_t shim_backward(void* const* roots, int64_t root_count, void* const* gradients, int64_t gradient_count,
    int64_t retain_graph, int64_t create_graph, void* const* inputs, int64_t input_count)
{
    return guarded<int64_t>(0, [&]
    {
        torch::autograd::backward(tensors_of(roots, root_count), tensors_of(gradients, gradient_count), retain_graph != 0,
            create_graph != 0, tensors_of(inputs, input_count));
        return 1;
    });
}

SHIM const int64_t* shim_grad(void* const* outputs, int64_t output_count, void* const* inputs, int64_t input_count,
    void* const* gradients, int64_t gradient_count, int64_t retain_graph, int64_t create_graph, int64_t allow_unused)
{
    return guarded<const int64_t*>(nullptr, [&]
    {
        const auto result = torch::autograd::grad(tensors_of(outputs, output_count), tensors_of(inputs, input_count),
            tensors_of(gradients, gradient_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        auto& out = scratch();
        out.push_back(static_cast<int64_t>(result.size()));
        for (const at::Tensor& tensor : result)
            out.push_back(reinterpret_cast<int64_t>(handle_of(tensor)));
        return static_cast<const int64_t*>(out.data());
    });
}

SHIM int64_t shim_grad_mode()
{
    return c10::GradMode::is_enabled();
}

SHIM void shim_set_grad_mode(int64_t enabled)
{
    c10::GradMode::set_enabled(enabled != 0);
}

SHIM int64_t shim_inference_mode()
{
    return c10::InferenceMode::is_enabled();
}

SHIM void* shim_inference_mode_enter(int64_t enabled)
{
    return guarded<void*>(nullptr, [&] { return new c10::InferenceMode(enabled != 0); });
}

SHIM void shim_inference_mode_leave(void* guard)
{
    guarded([&] { delete static_cast<c10::InferenceMode*>(guard); });
}

SHIM int64_t shim_threads()
{
    return at::get_num_threads();
}

SHIM int64_t shim_set_threads(int64_t count)
{
    return guarded<int64_t>(0, [&] { at::set_num_threads(static_cast<int>(count)); return 1; });
}

SHIM int64_t shim_interop_threads()
{
    return at::get_num_interop_threads();
}

SHIM int64_t shim_set_interop_threads(int64_t count)
{
    return guarded<int64_t>(0, [&] { at::set_num_interop_threads(static_cast<int>(count)); return 1; });
}

SHIM int64_t shim_cuda_devices()
{
    return guarded<int64_t>(0, [&]() -> int64_t { return at::hasCUDA() ? static_cast<int64_t>(at::detail::getCUDAHooks().getNumGPUs()) : 0; });
}

SHIM void shim_manual_seed(int64_t seed)
{
    guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

SHIM void* shim_generator_default()
{
    return guarded<void*>(nullptr, [&] { return new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

SHIM void* shim_generator_new(int64_t seed)
{
    return guarded<void*>(nullptr, [&] { return new at::Generator(at::detail::createCPUGenerator(static_cast<uint64_t>(seed))); });
}

SHIM void shim_generator_free(void* handle)
{
    guarded([&] { delete static_cast<at::Generator*>(handle); });
}

// A generator is shared by threads; its own lock keeps a change whole.
static std::unique_lock<std::mutex> lock(at::Generator& generator)
{
    return std::unique_lock<std::mutex>(generator.mutex());
}

SHIM void* shim_generator_state(void* handle)
{
    return guarded<void*>(nullptr, [&]
    {
        auto& generator = *static_cast<at::Generator*>(handle);
        const auto held = lock(generator);
        return handle_of(generator.get_state());
    });
}

SHIM int64_t shim_generator_set_state(void* handle, void* state)
{
    return guarded<int64_t>(0, [&]
    {
        auto& generator = *static_cast<at::Generator*>(handle);
        const auto held = lock(generator);
        generator.set_state(tensor_of(state));
        return 1;
    });
}

SHIM int64_t shim_generator_set_seed(void* handle, int64_t seed)
{
    return guarded<int64_t>(0, [&]
    {
        auto& generator = *static_cast<at::Generator*>(handle);
        const auto held = lock(generator);
        generator.set_current_seed(static_cast<uint64_t>(seed));
        return 1;
    });
}

// A new seed from the system's randomness.
SHIM int64_t shim_generator_seed(void* handle)
{
    return guarded<int64_t>(-1, [&]
    {
        auto& generator = *static_cast<at::Generator*>(handle);
        const auto held = lock(generator);
        return static_cast<int64_t>(generator.seed());
    });
}

SHIM int64_t shim_generator_initial_seed(void* handle)
{
    return guarded<int64_t>(-1, [&] { return static_cast<int64_t>(static_cast<at::Generator*>(handle)->current_seed()); });
}
