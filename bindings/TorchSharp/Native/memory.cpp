// Keeps large blocks of memory between tensors. Volumes are freed and taken again all the time; malloc gives such blocks
// back to the kernel, and the next one is faulted in page by page, which costs more than the arithmetic on it. (malloc's
// own thresholds do not help: they hold for the arena of the first thread only, and .NET works on others.)
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <list>
#include <mutex>

namespace
{
constexpr size_t large = size_t{1} << 20;
constexpr size_t huge_page = size_t{2} << 20;

// Stands before every block; its size is the alignment that vector instructions want.
struct alignas(64) Header
{
    size_t capacity;  // of the whole mapping, or 0 for a block of malloc
};

std::mutex guard;
std::list<Header*> kept;  // the last one freed first
size_t kept_bytes = 0;

size_t most_kept_bytes()
{
    static const size_t bytes = std::min(size_t{2} << 30,
        static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<size_t>(sysconf(_SC_PAGE_SIZE)) / 8);
    return bytes;
}

void drop_until(size_t bytes)
{
    while (kept_bytes > bytes)
    {
        Header* oldest = kept.back();
        kept.pop_back();
        kept_bytes -= oldest->capacity;
        munmap(oldest, oldest->capacity);
    }
}

// A kept block of that size, or at most a quarter larger.
Header* take_kept(size_t capacity)
{
    const std::lock_guard<std::mutex> held(guard);
    for (auto at = kept.begin(); at != kept.end(); ++at)
    {
        Header* block = *at;
        if (block->capacity < capacity || block->capacity > capacity + capacity / 4)
            continue;
        kept.erase(at);
        kept_bytes -= block->capacity;
        return block;
    }
    return nullptr;
}

Header* map_block(size_t capacity)
{
    void* mapped = mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        return nullptr;
    madvise(mapped, capacity, MADV_HUGEPAGE);
    auto* block = static_cast<Header*>(mapped);
    block->capacity = capacity;
    return block;
}

Header* large_block(size_t bytes)
{
    const size_t capacity = (bytes + sizeof(Header) + huge_page - 1) / huge_page * huge_page;
    Header* block = take_kept(capacity);
    if (!block)
        block = map_block(capacity);
    if (!block)
    {
        {
            const std::lock_guard<std::mutex> held(guard);
            drop_until(0);
        }
        block = map_block(capacity);
    }
    return block;
}

Header* small_block(size_t bytes)
{
    void* memory = nullptr;
    if (posix_memalign(&memory, alignof(Header), bytes + sizeof(Header)) != 0)
        return nullptr;
    auto* block = static_cast<Header*>(memory);
    block->capacity = 0;
    return block;
}

void release(void* data)
{
    if (!data)
        return;
    Header* block = static_cast<Header*>(data) - 1;
    if (block->capacity == 0)
    {
        free(block);
        return;
    }
    const std::lock_guard<std::mutex> held(guard);
    kept.push_front(block);
    kept_bytes += block->capacity;
    drop_until(most_kept_bytes());
}

struct KeepingAllocator final : c10::Allocator
{
    c10::DataPtr allocate(size_t bytes) const override
    {
        if (bytes == 0)
            return {nullptr, nullptr, &release, c10::Device(c10::DeviceType::CPU)};
        Header* block = bytes < large ? small_block(bytes) : large_block(bytes);
        TORCH_CHECK(block, "There is no memory for a tensor of ", bytes, " bytes.");
        return {block + 1, block + 1, &release, c10::Device(c10::DeviceType::CPU)};
    }

    c10::DeleterFnPtr raw_deleter() const override
    {
        return &release;
    }
};

// Before the first tensor, as the library is loaded; never destroyed, as tensors can outlive static objects.
[[maybe_unused]] const bool installed = []
{
    c10::SetCPUAllocator(new KeepingAllocator(), 1);
    return true;
}();
}  // namespace
