using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>
/// Delivers events in the background: attempts with back-off as the target's retry policy says, then its dead-letter queue.
/// </summary>
internal sealed class EventDeliveries(EventTargets targets, DeadLetters deadLetters, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private const int Remembered = 2_000;

    // AWS waits minutes between attempts; a rehearsal must not.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(3);

    // Never disposed: it has no timer, and a late delivery may still look at it.
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly LinkedList<EventDelivery> _known = [];
    private readonly HashSet<Task> _running = [];

    /// <summary>Oldest first; the newest 2,000.</summary>
    public IReadOnlyList<EventDelivery> Snapshot()
    {
        lock (_lock)
            return [.. _known];
    }

    public void Clear()
    {
        lock (_lock)
            _known.Clear();
    }

    /// <summary>Returns at once.</summary>
    public void Accept(EventForTarget item)
    {
        var entry = Remember(new EventDelivery(item.RuleArn, item.TargetArn, item.Input, EventDelivery.Pending, 0, null));
        var delivery = DeliverAsync(item, entry);
        lock (_lock)
            _running.Add(delivery);
        delivery.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is under way; gives up quietly after <paramref name="limit"/>.</summary>
    public async Task FlushAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lock)
            running = [.. _running];
        try
        {
            await Task.WhenAll(running).WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            log.LogWarning("{Count} event deliveries were still under way after {Seconds:0} s.", running.Length, limit.TotalSeconds);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync(DrainLimit, CancellationToken.None);
        await _stopping.CancelAsync();
        await FlushAsync(DrainLimit, CancellationToken.None);
    }

    private async Task DeliverAsync(EventForTarget item, LinkedListNode<EventDelivery> entry)
    {
        await Task.Yield();
        var acceptedAt = time.GetUtcNow();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await targets.SendAsync(item, _stopping.Token);
                Update(entry, EventDelivery.Delivered, attempt, null);
                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                Update(entry, EventDelivery.Lost, attempt, "The local AWS was stopped.");
                return;
            }
            catch (TargetException error)
            {
                Update(entry, EventDelivery.Pending, attempt, error.Message);
                if (error.IsFinal || attempt > item.Retries || time.GetUtcNow() - acceptedAt >= item.MaximumAge)
                {
                    await GiveUpAsync(item, entry, attempt, error);
                    return;
                }
            }

            if (!await PauseAsync(attempt))
            {
                Update(entry, EventDelivery.Lost, attempt, "The local AWS was stopped.");
                return;
            }
        }
    }

    private async Task GiveUpAsync(EventForTarget item, LinkedListNode<EventDelivery> entry, int attempts, TargetException error)
    {
        log.LogWarning(
            "An event of {Rule} was not delivered to {Target} in {Attempts} attempts: {Code}: {Message}",
            item.RuleArn,
            item.TargetArn,
            attempts,
            error.Code,
            error.Message
        );
        if (item.DeadLetterQueueArn is not { } queue)
        {
            Update(entry, EventDelivery.Lost, attempts, error.Message);
            return;
        }

        try
        {
            await deadLetters.SendAsync(queue, item, attempts, error, _stopping.Token);
            Update(entry, EventDelivery.DeadLettered, attempts, error.Message);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or TargetException)
        {
            log.LogWarning("The dead-letter queue {Queue} did not accept the event: {Message}", queue, failure.Message);
            Update(entry, EventDelivery.Lost, attempts, failure.Message);
        }
    }

    private async Task<bool> PauseAsync(int attempt)
    {
        var pause = TimeSpan.FromMilliseconds(
            Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 10)))
        );
        try
        {
            await Task.Delay(pause, time, _stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private LinkedListNode<EventDelivery> Remember(EventDelivery delivery)
    {
        lock (_lock)
        {
            if (_known.Count == Remembered)
                _known.RemoveFirst();
            return _known.AddLast(delivery);
        }
    }

    private void Update(LinkedListNode<EventDelivery> entry, string status, int attempts, string? error)
    {
        lock (_lock)
            entry.Value = entry.Value with { Status = status, Attempts = attempts, Error = error };
    }

    private void Forget(Task delivery)
    {
        if (delivery.Exception is { } bug)
            log.LogError(bug.GetBaseException(), "An event delivery broke.");
        lock (_lock)
            _running.Remove(delivery);
    }
}
