using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>What /proc says about a sandbox's processes; where there is no /proc, nothing is known.</summary>
internal static class ProcessTree
{
    /// <summary>Peak resident memory of the process and its descendants, the largest of them.</summary>
    public static int? PeakMegabytes(int processId)
    {
        var peaks = Children(processId).Select(PeakMegabytes).Append(OwnPeak(processId));
        return peaks.Max();
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

    private static int? OwnPeak(int processId) =>
        Read($"/proc/{processId}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            is { } line
            ? Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024
            : null;

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
