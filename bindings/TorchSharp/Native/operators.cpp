// Calls any libtorch operator by name through its dispatcher, so that a new operator needs no new native code.
#include "shim.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/Device.h>

#include <cstring>

namespace
{
thread_local std::string last_error;

double double_of(int64_t bits)
{
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

int64_t bits_of(double value)
{
    int64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

bool is_list_of(const c10::TypePtr& type, c10::TypeKind element)
{
    if (auto optional = type->cast<c10::OptionalType>())
        return is_list_of(optional->getElementType(), element);
    auto list = type->cast<c10::ListType>();
    return list && list->getElementType()->kind() == element;
}

bool is_float(const c10::TypePtr& type)
{
    if (auto optional = type->cast<c10::OptionalType>())
        return is_float(optional->getElementType());
    return type->kind() == c10::TypeKind::FloatType;
}

// The encoding knows fewer kinds of list than a schema does.
c10::IValue fit(c10::IValue value, const c10::TypePtr& type)
{
    if (value.isInt() && is_float(type))
        return static_cast<double>(value.toInt());
    if (value.isTensorList() && is_list_of(type, c10::TypeKind::OptionalType))
    {
        c10::List<c10::optional<at::Tensor>> optionals;
        for (const at::Tensor& tensor : value.toTensorVector())
            optionals.push_back(tensor.defined() ? c10::optional<at::Tensor>(tensor) : c10::nullopt);
        return optionals;
    }
    if (value.isIntList() && is_list_of(type, c10::TypeKind::FloatType))
    {
        c10::List<double> doubles;
        for (int64_t item : value.toIntVector())
            doubles.push_back(static_cast<double>(item));
        return doubles;
    }
    return value;
}
}  // namespace

void set_error(const char* message)
{
    last_error = message;
}

std::vector<int64_t>& scratch()
{
    thread_local std::vector<int64_t> words;
    words.clear();
    return words;
}

c10::IValue read_value(const int64_t*& at)
{
    switch (const int64_t tag = *at++)
    {
    case tag_none:
        return {};
    case tag_tensor:
        return tensor_of(reinterpret_cast<void*>(*at++));
    case tag_int:
        return *at++;
    case tag_double:
        return double_of(*at++);
    case tag_bool:
        return *at++ != 0;
    case tag_ints:
    {
        const int64_t count = *at++;
        c10::List<int64_t> list;
        list.reserve(count);
        for (int64_t i = 0; i < count; i++)
            list.push_back(*at++);
        return list;
    }
    case tag_doubles:
    {
        const int64_t count = *at++;
        c10::List<double> list;
        for (int64_t i = 0; i < count; i++)
            list.push_back(double_of(*at++));
        return list;
    }
    case tag_tensors:
    {
        const int64_t count = *at++;
        c10::List<at::Tensor> list;
        for (int64_t i = 0; i < count; i++)
        {
            auto* tensor = reinterpret_cast<at::Tensor*>(*at++);
            list.push_back(tensor ? *tensor : at::Tensor());
        }
        return list;
    }
    case tag_string:
    {
        const int64_t count = *at++;
        std::string text(at, at + count);
        at += count;
        return text;
    }
    case tag_device:
    {
        const auto type = static_cast<c10::DeviceType>(*at++);
        return c10::Device(type, static_cast<c10::DeviceIndex>(*at++));
    }
    case tag_generator:
        return *reinterpret_cast<at::Generator*>(*at++);
    default:
        TORCH_CHECK(false, "A value of kind ", tag, " cannot be passed to libtorch.");
    }
}

void write_value(std::vector<int64_t>& out, const c10::IValue& value)
{
    auto write_count = [&](Tag tag, size_t count) { out.push_back(tag); out.push_back(static_cast<int64_t>(count)); };
    if (value.isTensor())
    {
        out.push_back(tag_tensor);
        out.push_back(reinterpret_cast<int64_t>(handle_of(value.toTensor())));
    }
    else if (value.isNone())
    {
        out.push_back(tag_none);
    }
    else if (value.isBool())
    {
        out.push_back(tag_bool);
        out.push_back(value.toBool());
    }
    else if (value.isInt())
    {
        out.push_back(tag_int);
        out.push_back(value.toInt());
    }
    else if (value.isDouble())
    {
        out.push_back(tag_double);
        out.push_back(bits_of(value.toDouble()));
    }
    else if (value.isScalar())
    {
        write_value(out, c10::IValue(value.toScalar().toDouble()));
    }
    else if (value.isTensorList())
    {
        const auto tensors = value.toTensorVector();
        write_count(tag_tensors, tensors.size());
        for (const at::Tensor& tensor : tensors)
            out.push_back(reinterpret_cast<int64_t>(handle_of(tensor)));
    }
    else if (value.isString())
    {
        const std::string& text = value.toStringRef();
        write_count(tag_string, text.size());
        for (unsigned char byte : text)
            out.push_back(byte);
    }
    else if (value.isTuple())
    {
        const auto& elements = value.toTupleRef().elements();
        write_count(tag_tuple, elements.size());
        for (const c10::IValue& element : elements)
            write_value(out, element);
    }
    else if (value.isList())
    {
        const auto elements = value.toListRef();
        write_count(tag_list, elements.size());
        for (const c10::IValue& element : elements)
            write_value(out, element);
    }
    else if (value.isGenericDict())
    {
        const auto pairs = value.toGenericDict();
        write_count(tag_dict, pairs.size());
        for (const auto& pair : pairs)
        {
            write_value(out, pair.key());
            write_value(out, pair.value());
        }
    }
    else
    {
        TORCH_CHECK(false, "A result of type ", value.tagKind(), " cannot be handed to the caller.");
    }
}

SHIM const char* shim_error()
{
    return last_error.c_str();
}

// The operator "aten::add" with overload "Tensor"; lives as long as the process.
SHIM void* shim_operator(const char* name, const char* overload)
{
    return guarded<void*>(nullptr, [&]() -> void*
    {
        return new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
    });
}

// Arguments in the order of the schema; those left out at the end take their defaults. The answer, the number of results
// followed by them, stands until this thread's next call.
SHIM const int64_t* shim_call(void* handle, const int64_t* arguments, int64_t count)
{
    return guarded<const int64_t*>(nullptr, [&]
    {
        const auto& op = *static_cast<c10::OperatorHandle*>(handle);
        const auto& parameters = op.schema().arguments();
        TORCH_CHECK(count <= static_cast<int64_t>(parameters.size()), "Too many arguments for ", op.schema());

        torch::jit::Stack stack;
        stack.reserve(parameters.size());
        for (int64_t i = 0; i < count; i++)
            stack.push_back(fit(read_value(arguments), parameters[i].type()));
        for (size_t i = count; i < parameters.size(); i++)
        {
            const auto& value = parameters[i].default_value();
            TORCH_CHECK(value.has_value(), "The argument '", parameters[i].name(), "' is missing for ", op.schema());
            stack.push_back(*value);
        }

        op.callBoxed(&stack);

        auto& out = scratch();
        out.push_back(static_cast<int64_t>(stack.size()));
        for (const c10::IValue& value : stack)
            write_value(out, value);
        return static_cast<const int64_t*>(out.data());
    });
}
