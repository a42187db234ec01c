using System.Collections.Concurrent;

namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>Counts the invocations under way, per function over all its versions.</summary>
internal sealed class Concurrency
{
    private readonly ConcurrentDictionary<string, int> _running = new();

    /// <summary>Counts one more; false, and not counted, when the function's reserved concurrency is used up.</summary>
    public bool TryEnter(FunctionVersion function, out int running)
    {
        running = _running.AddOrUpdate(function.FunctionName, 1, (_, now) => now + 1);
        if (function.ReservedConcurrency is not { } reserved || running <= reserved)
            return true;
        Leave(function);
        return false;
    }

    public void Leave(FunctionVersion function) => _running.AddOrUpdate(function.FunctionName, 0, (_, now) => now - 1);
}
