using System.Diagnostics.CodeAnalysis;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Lets as many sandboxes start at the same time as there are processors: more would only make each slower.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A SemaphoreSlim holds nothing to release unless its wait handle is asked for, and starts may end after the pool."
)]
internal sealed class ColdStarts(int atOnce, TimeProvider time)
{
    // An initialisation that only waits for something must not hold up the others.
    private static readonly TimeSpan TurnAtMost = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _turns = new(atOnce);

    public Task TurnAsync(CancellationToken cancellationToken) => _turns.WaitAsync(cancellationToken);

    /// <summary>Does what a turn was taken for; the turn ends with it, or after two seconds.</summary>
    public async Task InTurnAsync(Func<Task> start, CancellationToken cancellationToken)
    {
        var started = start();
        await Task.WhenAny(started, Task.Delay(TurnAtMost, time, cancellationToken));
        _turns.Release();
        await started;
    }

    /// <summary>A turn that is not needed any more, granted or not.</summary>
    public async Task GiveBackAsync(Task turn)
    {
        try
        {
            await turn;
            _turns.Release();
        }
        catch (OperationCanceledException)
        {
            // It was not granted.
        }
    }
}
