// What every file of the shim shares: the export mark, the error slot, and the flat encoding of values.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/ivalue.h>

#include <cstdint>
#include <string>
#include <vector>

#define SHIM extern "C" __attribute__((visibility("default")))

// A value crosses the border as a tag followed by 64-bit words; Value.cs knows the same numbers.
enum Tag : int64_t
{
    tag_none = 0,        // nothing more
    tag_tensor = 1,      // handle
    tag_int = 2,         // value
    tag_double = 3,      // bits
    tag_bool = 4,        // 0 or 1
    tag_ints = 5,        // count, values
    tag_doubles = 6,     // count, bits
    tag_tensors = 7,     // count, handles (0 is "no tensor")
    tag_string = 8,      // count, one byte a word
    tag_device = 9,      // type, index
    tag_generator = 10,  // handle
    tag_tuple = 11,      // count, then that many values
    tag_list = 12,       // count, then that many values
    tag_dict = 13,       // count, then that many pairs of values
};

void set_error(const char* message);
std::vector<int64_t>& scratch();

// Reads one value and moves on.
c10::IValue read_value(const int64_t*& at);
void write_value(std::vector<int64_t>& out, const c10::IValue& value);

// Runs the body; whatever it throws becomes the thread's error, and the answer is the fallback.
template <class Result, class Body>
Result guarded(Result fallback, Body&& body) noexcept
{
    try
    {
        return body();
    }
    catch (const c10::Error& error)
    {
        set_error(error.what_without_backtrace());
    }
    catch (const std::exception& error)
    {
        set_error(error.what());
    }
    catch (...)
    {
        set_error("libtorch threw something that is not an exception.");
    }
    return fallback;
}

template <class Body>
void guarded(Body&& body) noexcept
{
    guarded<int>(0, [&] { body(); return 1; });
}

inline at::Tensor& tensor_of(void* handle)
{
    TORCH_CHECK(handle != nullptr, "The tensor was disposed.");
    return *static_cast<at::Tensor*>(handle);
}

inline void* handle_of(at::Tensor tensor)
{
    return tensor.defined() ? new at::Tensor(std::move(tensor)) : nullptr;
}
