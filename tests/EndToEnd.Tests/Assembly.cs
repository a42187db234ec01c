// Much of a release is waiting: four local AWSs side by side keep two processors busy.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
