using System.Text;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>What a local AWS would leave behind: processes with its mark, and its folder.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="id">The mark: LOCAL_AWS_ID.</param>
    public static async Task AssertNoneAsync(string id)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (Find(id) is { Count: > 0 } left)
        {
            Assert.False(deadline.IsCancellationRequested, $"Still there after {Deadline.TotalSeconds:0} s: {string.Join(", ", left)}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public static List<string> Find(string id)
    {
        var left = Directory.EnumerateDirectories("/proc").Where(process => IsMarked(process, id)).ToList();
        left.AddRange(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"*{id}*"));
        return left;
    }

    private static bool IsMarked(string process, string id)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ"), Encoding.UTF8).Split('\0').Contains($"LOCAL_AWS_ID={id}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or belongs to another run.
            return false;
        }
    }
}
