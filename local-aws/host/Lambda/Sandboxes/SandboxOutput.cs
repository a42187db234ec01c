using System.Globalization;
using System.Text;
using CodeRipple.Workflow.LocalAws.Lambda.Records;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>A sandbox's log stream: what its processes print, and the lines that Lambda writes around it.</summary>
internal sealed class SandboxOutput(FunctionVersion function, SandboxIdentity identity, SandboxLog log, ILogSink sink, TimeProvider time)
{
    private const int TailBytes = 4096;
    private readonly StringBuilder _tail = new();
    private readonly Lock _lock = new();

    public void Initializing() => Write($"INIT_START Runtime Version: {function.Runtime}");

    public void Started(string requestId)
    {
        Forward(ended: true);
        lock (_lock)
            _tail.Clear();
        Write($"START RequestId: {requestId} Version: {function.Version}");
    }

    /// <summary>Passes on what was printed since the last time.</summary>
    public void Forward(bool ended = false)
    {
        lock (_lock)
        {
            foreach (var line in log.Collect(ended))
                Write(line);
        }
    }

    /// <returns>The last 4 KB of the invocation's log.</returns>
    public string Finished(string requestId, InvocationReport report)
    {
        Forward(ended: true);
        if (report.Remark is { } remark)
            Write(remark);
        Write($"END RequestId: {requestId}");
        Write(report.Line(requestId, function.MemorySize));
        log.Trim();
        lock (_lock)
        {
            var bytes = Encoding.UTF8.GetBytes(_tail.ToString());
            return Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - TailBytes)));
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            sink.Add(new LogLine(function.Role, function.LogGroupName, identity.LogStream, time.GetUtcNow(), line));
            _tail.Append(line).Append('\n');
            if (_tail.Length > 4 * TailBytes)
                _tail.Remove(0, _tail.Length - TailBytes);
        }
    }
}

/// <param name="Remark">What Lambda says about a timeout or an exit; null when the function ended by itself.</param>
/// <param name="Status">Null, <c>timeout</c> or <c>error</c>.</param>
internal sealed record InvocationReport(
    TimeSpan Duration,
    TimeSpan? Init,
    int? PeakMegabytes,
    string? Remark,
    string? Status,
    string? ErrorType
)
{
    public string Line(string requestId, int memorySize)
    {
        var billed = Math.Ceiling(Duration.TotalMilliseconds + (Init?.TotalMilliseconds ?? 0));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {requestId}\tDuration: {Duration.TotalMilliseconds:F2} ms\tBilled Duration: {billed} ms\tMemory Size: {memorySize} MB\t"
        );
        if (PeakMegabytes is { } peak)
            line += string.Create(CultureInfo.InvariantCulture, $"Max Memory Used: {peak} MB\t");
        if (Init is { } init)
            line += string.Create(CultureInfo.InvariantCulture, $"Init Duration: {init.TotalMilliseconds:F2} ms\t");
        if (Status is not null)
            line += $"Status: {Status}\t";
        return Status == "error" ? line + $"Error Type: {ErrorType}\t" : line;
    }
}
