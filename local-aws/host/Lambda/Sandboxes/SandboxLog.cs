using System.Text;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Reads what a sandbox prints. Its processes write to a file, not to a pipe: what they wrote before they answered is then there
/// when the answer is, whichever task of ours happens to run first.
/// </summary>
internal sealed class SandboxLog(string file)
{
    // The longest log event that AWS takes.
    private const int MaxLine = 256 * 1024;

    // What a function prints faster than it is passed on is left out, but for the newest of this size.
    private const int MaxBacklog = 4 * 1024 * 1024;
    private const long MaxFile = 8 * 1024 * 1024,
        MaxKept = 64 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly List<byte> _unfinished = [];
    private long _read;
    private bool _saidSo;

    public string File => file;

    /// <summary>The complete lines since the last call.</summary>
    /// <param name="ended">Also a last line without an end.</param>
    public IReadOnlyList<string> Collect(bool ended)
    {
        lock (_lock)
        {
            List<string> lines = [];
            if (SkipOldest() is { } leftOut && !_saidSo)
            {
                _saidSo = true;
                lines.Add(
                    $"[local AWS] This function prints faster than its log is read: {leftOut} bytes are left out here, perhaps more later."
                );
            }

            foreach (var next in ReadOn())
            {
                if (next == '\n' || _unfinished.Count == MaxLine)
                    TakeUnfinished(lines);
                if (next != '\n')
                    _unfinished.Add(next);
            }

            if (ended && _unfinished.Count > 0)
                TakeUnfinished(lines);
            return lines;
        }
    }

    /// <summary>Empties the file when it has grown large. Only for a sandbox at rest: what is written meanwhile is lost.</summary>
    public void Trim()
    {
        lock (_lock)
        {
            if (_read < MaxFile)
                return;
            using var stream = new FileStream(file, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite);
            _read = 0;
        }
    }

    /// <returns>How many bytes were left out; null when nothing was.</returns>
    private long? SkipOldest()
    {
        var file = new FileInfo(File);
        if (!file.Exists || file.Length - _read <= MaxBacklog)
            return null;
        var leftOut = file.Length - _read - MaxBacklog;
        _read = file.Length - MaxBacklog;
        _unfinished.Clear();
        return leftOut;
    }

    private byte[] ReadOn()
    {
        if (!System.IO.File.Exists(file))
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _read;
        var bytes = new byte[Math.Clamp(stream.Length - _read, 0, MaxBacklog)];
        stream.ReadExactly(bytes);
        _read += bytes.Length;
        // It is written to by appending: what comes next begins at the new end.
        if (_read > MaxKept)
        {
            stream.SetLength(0);
            _read = 0;
        }

        return bytes;
    }

    private void TakeUnfinished(List<string> lines)
    {
        lines.Add(Encoding.UTF8.GetString([.. _unfinished]).TrimEnd('\r'));
        _unfinished.Clear();
    }
}
