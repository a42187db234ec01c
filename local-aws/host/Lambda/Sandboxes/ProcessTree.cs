using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>What /proc says about a sandbox's processes; where there is no /proc, nothing is known.</summary>
internal static class ProcessTree
{
    /// <summary>
    /// Memory that the process and its descendants have taken for themselves, in kilobytes. What they map of files or only reserve
    /// does not count: the kernel can take it back.
    /// </summary>
    public static long UsedKilobytes(int processId) =>
        Children(processId).Sum(UsedKilobytes) + Sum(Read($"/proc/{processId}/status"), "RssAnon:", "RssShmem:");

    /// <summary>The largest resident memory that one process of the tree has had, files and all.</summary>
    public static int? PeakMegabytes(int processId)
    {
        var own = Sum(Read($"/proc/{processId}/status"), "VmHWM:");
        return Children(processId).Select(PeakMegabytes).Append(own == 0 ? null : (int)(own / 1024)).Max();
    }

    /// <summary>
    /// Ends all of it. In a process namespace that is done by ending its first process, the child of <c>unshare</c>: the kernel
    /// then ends every other in it before <c>unshare</c> itself returns.
    /// </summary>
    public static void Kill(Process process, bool processNamespace)
    {
        try
        {
            if (processNamespace && Children(process.Id) is [var first, ..])
                Process.GetProcessById(first).Kill();
            else
                process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private static int[] Children(int processId) =>
        [.. Read($"/proc/{processId}/task/{processId}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>The sum of such lines, which are in kilobytes.</summary>
    private static long Sum(string status, params string[] names) =>
        status
            .Split('\n')
            .Where(line => names.Any(name => line.StartsWith(name, StringComparison.Ordinal)))
            .Sum(line => (long)Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
