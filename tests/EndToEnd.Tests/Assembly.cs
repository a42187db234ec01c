// A local AWS keeps a processor busy while it starts, and build servers have two.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
