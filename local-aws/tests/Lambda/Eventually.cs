namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45),
        Pause = TimeSpan.FromMilliseconds(20);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "it did not become true in time");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
