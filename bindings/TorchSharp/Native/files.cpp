// Tensor files in libtorch's own format, and TorchScript modules.
#include "shim.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>
#include <torch/serialize.h>

#include <sstream>

static c10::Device device_of(int64_t type, int64_t index)
{
    return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

static torch::jit::Module& module_of(void* handle)
{
    TORCH_CHECK(handle != nullptr, "The script module was disposed.");
    return *static_cast<torch::jit::Module*>(handle);
}

SHIM int64_t shim_tensor_save(void* handle, const char* path)
{
    return guarded<int64_t>(0, [&] { torch::save(tensor_of(handle), path); return 1; });
}

SHIM void* shim_tensor_load(const char* path)
{
    return guarded<void*>(nullptr, [&]
    {
        at::Tensor tensor;
        torch::load(tensor, path);
        return handle_of(tensor);
    });
}

SHIM void* shim_script_load(const char* path, int64_t device, int64_t index)
{
    return guarded<void*>(nullptr, [&] { return new torch::jit::Module(torch::jit::load(path, device_of(device, index))); });
}

SHIM void* shim_script_load_bytes(const char* bytes, int64_t count, int64_t device, int64_t index)
{
    return guarded<void*>(nullptr, [&]
    {
        std::istringstream stream(std::string(bytes, static_cast<size_t>(count)));
        return new torch::jit::Module(torch::jit::load(stream, device_of(device, index)));
    });
}

SHIM int64_t shim_script_save(void* handle, const char* path)
{
    return guarded<int64_t>(0, [&] { module_of(handle).save(path); return 1; });
}

SHIM void shim_script_free(void* handle)
{
    guarded([&] { delete static_cast<torch::jit::Module*>(handle); });
}

SHIM int64_t shim_script_training(void* handle)
{
    return guarded<int64_t>(0, [&] { return module_of(handle).is_training() ? 1 : 0; });
}

SHIM int64_t shim_script_train(void* handle, int64_t on)
{
    return guarded<int64_t>(0, [&] { module_of(handle).train(on != 0); return 1; });
}

SHIM int64_t shim_script_to(void* handle, int64_t device, int64_t index, int64_t dtype)
{
    return guarded<int64_t>(0, [&]
    {
        auto& module = module_of(handle);
        if (device >= 0 && dtype >= 0)
            module.to(device_of(device, index), static_cast<at::ScalarType>(dtype));
        else if (device >= 0)
            module.to(device_of(device, index));
        else
            module.to(static_cast<at::ScalarType>(dtype));
        return 1;
    });
}

// Number of inputs of a method without its "self", and of its results.
SHIM int64_t shim_script_arity(void* handle, const char* method, int64_t* inputs, int64_t* outputs)
{
    return guarded<int64_t>(0, [&]
    {
        const auto& schema = module_of(handle).get_method(method).function().getSchema();
        *inputs = static_cast<int64_t>(schema.arguments().size()) - 1;
        *outputs = static_cast<int64_t>(schema.returns().size());
        return 1;
    });
}

// Names and tensors by turns: the parameters (kind 0) or the buffers (kind 1) of the module and all within it.
SHIM const int64_t* shim_script_tensors(void* handle, int64_t kind)
{
    return guarded<const int64_t*>(nullptr, [&]
    {
        auto& out = scratch();
        out.push_back(0);
        auto add = [&](const std::string& name, const at::Tensor& tensor)
        {
            out[0] += 2;
            write_value(out, c10::IValue(name));
            write_value(out, c10::IValue(tensor));
        };
        if (kind == 0)
            for (const auto& item : module_of(handle).named_parameters())
                add(item.name, item.value);
        else
            for (const auto& item : module_of(handle).named_buffers())
                add(item.name, item.value);
        return static_cast<const int64_t*>(out.data());
    });
}

SHIM const int64_t* shim_script_call(void* handle, const char* method, const int64_t* arguments, int64_t count)
{
    return guarded<const int64_t*>(nullptr, [&]
    {
        std::vector<c10::IValue> inputs;
        for (int64_t i = 0; i < count; i++)
            inputs.push_back(read_value(arguments));
        const c10::IValue result = module_of(handle).get_method(method)(inputs);
        auto& out = scratch();
        out.push_back(1);
        write_value(out, result);
        return static_cast<const int64_t*>(out.data());
    });
}
