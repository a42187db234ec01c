namespace CodeRipple.Workflow.Faults.Tests.Running;

internal static class Polling
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Asks again and again until it is so.</summary>
    /// <returns>False when it is still not so at the deadline.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan deadline)
    {
        using var late = new CancellationTokenSource(deadline, TimeProvider.System);
        while (!await isSo())
        {
            if (late.IsCancellationRequested)
                return false;
            await Task.Delay(Pause, TimeProvider.System);
        }

        return true;
    }
}
