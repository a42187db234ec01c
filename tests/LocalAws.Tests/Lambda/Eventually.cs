namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15), Pause = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "it did not become true in time");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
