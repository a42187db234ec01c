namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Keeps other processes out while a file is held. Gone with the process, however that ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="UserErrorException">Another process holds the file for too long.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (deadline.IsCancellationRequested)
            {
                throw new UserErrorException(
                    $"Another coderipple has been building for {Deadline.TotalMinutes:0} minutes (it holds {path}). End it and try again."
                );
            }
            catch (IOException)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
