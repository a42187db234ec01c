using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Faults;

/// <summary>The faults that are set. Each counts its own matching calls.</summary>
public sealed class FaultSet
{
    private readonly List<Counter> _counters = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<Fault> Snapshot()
    {
        lock (_lock)
            return [.. _counters.Select(counter => counter.Fault)];
    }

    /// <exception cref="ArgumentException">The fault could never be met.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Service.Length == 0 || fault.Operation.Length == 0)
            throw new ArgumentException("A fault needs a service and an operation; * means any.", nameof(fault));
        if (fault.Call < 1 || fault.Times < 1)
            throw new ArgumentException("Call and Times of a fault are counted from 1.", nameof(fault));
        lock (_lock)
            _counters.Add(new Counter(fault));
    }

    /// <summary>Calls that a fault has hit so far; 0 when it is not set.</summary>
    public int HitCount(Fault fault)
    {
        lock (_lock)
            return _counters.Where(counter => counter.Fault == fault).Sum(counter => counter.Hits);
    }

    public void Remove(Fault fault)
    {
        lock (_lock)
            RemoveAll(counter => counter.Fault == fault);
    }

    public void Clear()
    {
        lock (_lock)
            RemoveAll(_ => true);
    }

    /// <summary>Ends when the fault is no longer set.</summary>
    internal Task WhenRemovedAsync(Fault fault)
    {
        lock (_lock)
            return _counters.Find(counter => counter.Fault == fault)?.Removed.Task ?? Task.CompletedTask;
    }

    /// <summary>Counts the call in every fault that it matches; the oldest fault that is due decides what happens.</summary>
    internal Fault? Match(AwsRequest request)
    {
        lock (_lock)
        {
            Counter? hit = null;
            foreach (var counter in _counters)
            {
                if (!Matches(counter.Fault, request))
                    continue;
                counter.Seen++;
                if (counter.IsDue)
                    hit ??= counter;
            }

            if (hit is not null)
                hit.Hits++;
            return hit?.Fault;
        }
    }

    private static bool Matches(Fault fault, AwsRequest request) =>
        (fault.Service == "*" || fault.Service.Equals(request.Service, StringComparison.OrdinalIgnoreCase))
        && (fault.Operation == "*" || fault.Operation.Equals(request.Operation, StringComparison.OrdinalIgnoreCase))
        && (fault.Caller is null || fault.Caller == request.Caller)
        && (fault.Resource is null || request.Mentions(fault.Resource))
        && (fault.Concerning is null || request.Concerns(fault.Concerning));

    private void RemoveAll(Predicate<Counter> obsolete)
    {
        foreach (var counter in _counters.FindAll(obsolete))
        {
            _counters.Remove(counter);
            counter.Removed.SetResult();
        }
    }

    private sealed class Counter(Fault fault)
    {
        public Fault Fault => fault;
        public TaskCompletionSource Removed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public long Seen { get; set; }
        public int Hits { get; set; }
        public bool IsDue => Seen >= fault.Call && Seen - fault.Call < fault.Times;
    }
}
