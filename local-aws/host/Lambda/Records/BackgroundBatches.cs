using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <summary>Collects items and sends them on in batches, so that no invocation waits for its records.</summary>
internal sealed class BackgroundBatches<T> : IAsyncDisposable
{
    private static readonly TimeSpan CollectFor = TimeSpan.FromMilliseconds(250),
        FlushWithin = TimeSpan.FromSeconds(10);
    private readonly Channel<(T? Item, TaskCompletionSource? Mark)> _items = Channel.CreateUnbounded<(T?, TaskCompletionSource?)>();
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly Func<IReadOnlyList<T>, Task> _send;
    private readonly ILogger _log;
    private readonly Task _loop;

    /// <param name="send">Its failures are logged; the batch is lost, as on AWS.</param>
    public BackgroundBatches(Func<IReadOnlyList<T>, Task> send, ILogger log)
    {
        (_send, _log) = (send, log);
        _loop = Task.Run(LoopAsync);
    }

    public void Add(T item) => _items.Writer.TryWrite((item, null));

    /// <summary>Returns when everything added before is sent, or after 10 seconds.</summary>
    public async Task FlushAsync()
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_items.Writer.TryWrite((default, mark)))
            return;
        _hurry.Release();
        await Task.WhenAny(mark.Task, Task.Delay(FlushWithin, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        _items.Writer.TryComplete();
        await Task.WhenAny(_loop, Task.Delay(FlushWithin, TimeProvider.System));
    }

    private async Task LoopAsync()
    {
        while (await _items.Reader.WaitToReadAsync())
        {
            await _hurry.WaitAsync(CollectFor);
            List<T> batch = [];
            List<TaskCompletionSource> marks = [];
            while (_items.Reader.TryRead(out var next))
            {
                if (next.Mark is { } mark)
                    marks.Add(mark);
                else
                    batch.Add(next.Item!);
            }

            await SendAsync(batch);
            marks.ForEach(mark => mark.SetResult());
        }
    }

    private async Task SendAsync(List<T> batch)
    {
        if (batch.Count == 0)
            return;
        try
        {
            await _send(batch);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            _log.LogWarning("{Count} log lines or metrics of functions are lost: {Message}", batch.Count, failure.Message);
        }
    }
}
