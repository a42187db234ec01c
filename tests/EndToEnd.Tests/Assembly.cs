// Much of a release is waiting: three local AWSs side by side keep two processors busy.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
