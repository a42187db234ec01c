namespace CodeRipple.Workflow.LocalAws;

/// <summary>What went wrong inside the local AWS, a line each, for whoever gave a writer.</summary>
internal sealed class LocalLog(TextWriter? writer, TimeProvider time)
{
    private readonly Lock _lock = new();

    public void Write(string message)
    {
        if (writer is null)
            return;
        lock (_lock)
            writer.WriteLine($"{time.GetUtcNow():HH:mm:ss.fff} {message}");
    }
}
