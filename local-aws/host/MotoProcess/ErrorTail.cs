namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>Reads a child's standard error to its end and keeps the last lines.</summary>
internal sealed class ErrorTail
{
    private const int Kept = 40;
    private readonly Queue<string> _lines = new();
    private readonly Task _reading;

    public ErrorTail(StreamReader reader) => _reading = ReadAsync(reader);

    public string Text
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>The text once the child has closed its end, or what there is at the deadline.</summary>
    public async Task<string> CompletedAsync(TimeSpan deadline)
    {
        await Task.WhenAny(_reading, Task.Delay(deadline, TimeProvider.System));
        return Text;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
                Add(line);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The child is gone and so is its pipe.
        }
    }

    private void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }
}
