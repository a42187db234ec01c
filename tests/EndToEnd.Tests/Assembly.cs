// Much of a release is waiting: as many local AWSs side by side keep two processors busy.
[assembly: CollectionBehavior(MaxParallelThreads = 5)]
