// Torch has one random generator and one count of live tensors for all threads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
