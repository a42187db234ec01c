namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>Counts the invocations under way, per function over all its versions.</summary>
internal sealed class Concurrency
{
    private readonly Dictionary<string, int> _running = [];

    /// <summary>Counts one more; false, and not counted, when the function's reserved concurrency is used up.</summary>
    public bool TryEnter(FunctionVersion function, out int running)
    {
        lock (_running)
        {
            running = _running.GetValueOrDefault(function.FunctionName);
            if (running >= function.ReservedConcurrency)
                return false;
            _running[function.FunctionName] = ++running;
            return true;
        }
    }

    public void Leave(FunctionVersion function)
    {
        lock (_running)
            _running[function.FunctionName]--;
    }
}
