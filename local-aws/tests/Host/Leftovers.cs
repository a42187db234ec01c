using System.Net.Sockets;
using System.Text;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>What may not survive a local AWS.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task AssertNoneAsync(string id, Uri endpoint)
    {
        var found = Find(id, endpoint);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var waited = TimeSpan.Zero; found.Count > 0 && waited < Deadline; waited += timer.Period)
        {
            await timer.WaitForNextTickAsync();
            found = Find(id, endpoint);
        }

        Assert.Empty(found);
    }

    /// <summary>Ids of processes that carry the mark.</summary>
    public static IReadOnlyList<int> Processes(string id) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(Path.GetFileName)
                .Where(name => int.TryParse(name, out _))
                .Select(int.Parse!)
                .Where(pid => IsMarked(pid, id)),
        ];

    private static List<string> Find(string id, Uri endpoint)
    {
        var found = Processes(id).Select(pid => $"process {pid}").ToList();
        found.AddRange(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"*{id}*"));
        if (IsOpen(endpoint))
            found.Add($"port {endpoint.Port}");
        return found;
    }

    private static bool IsMarked(int pid, string id)
    {
        try
        {
            return Encoding
                .UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/environ"))
                .Contains("LOCAL_AWS_ID=" + id, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsOpen(Uri endpoint)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(endpoint.Host, endpoint.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
