// As many threads as there are cores. Debian's libtorch takes half the processors for cores, as if each core had two threads,
// and so leaves half of a virtual machine idle.
#include <ATen/Parallel.h>

#include <sched.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

namespace
{
// Cores among the processors this process may run on: those that name other siblings are other cores.
int cores()
{
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof usable, &usable) != 0)
        return 0;
    std::set<std::string> siblings;
    for (int processor = 0; processor < CPU_SETSIZE; ++processor)
    {
        if (!CPU_ISSET(processor, &usable))
            continue;
        std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(processor) + "/topology/thread_siblings_list");
        std::string list;
        siblings.insert(std::getline(file, list) ? list : std::to_string(processor));
    }
    return static_cast<int>(siblings.size());
}

[[maybe_unused]] const bool chosen = []
{
    // Who sets these wants to decide.
    if (std::getenv("OMP_NUM_THREADS") || std::getenv("MKL_NUM_THREADS"))
        return false;
    const int count = cores();
    if (count > 0)
        at::set_num_threads(count);
    return count > 0;
}();
}  // namespace
