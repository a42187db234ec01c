using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <summary>
/// Writes the functions' log lines to CloudWatch Logs; streams are made when they are first needed, groups when there are none. All
/// of it with the permissions of the execution role: a function whose role allows no logs has none.
/// </summary>
internal sealed class LogWriter : ILogSink, IAsyncDisposable
{
    // The limits of PutLogEvents.
    private const int MaxEvents = 10_000,
        MaxBytes = 1_048_576,
        BytesPerEvent = 26;

    /// <summary>What one log stream may have here; AWS keeps all.</summary>
    internal const long MaxStream = 16 * 1024 * 1024;
    private readonly MotoClient _moto;
    private readonly LogPermissions _permissions;
    private readonly BackgroundBatches<LogLine> _batches;
    private readonly HashSet<(string, string)> _made = [];
    private readonly ConcurrentDictionary<(string, string), long> _sizes = new();

    public LogWriter(MotoClient moto, ILogger log)
    {
        _moto = moto;
        _permissions = new LogPermissions(new Authorizer(moto), moto.Region, log);
        _batches = new BackgroundBatches<LogLine>(SendAsync, log);
    }

    public void Add(LogLine line)
    {
        var size = line.Text.Length + BytesPerEvent;
        var total = _sizes.AddOrUpdate((line.Group, line.Stream), size, (_, before) => before + size);
        if (total <= MaxStream)
            _batches.Add(line);
        else if (total - size <= MaxStream)
            _batches.Add(line with { Text = $"[local AWS] This log stream has {MaxStream} bytes; the local AWS keeps no more of it." });
    }

    public Task FlushAsync() => _batches.FlushAsync();

    public ValueTask DisposeAsync() => _batches.DisposeAsync();

    private async Task SendAsync(IReadOnlyList<LogLine> lines)
    {
        foreach (var stream in lines.GroupBy(line => (line.Role, line.Group, line.Stream)))
        {
            var (role, group, name) = stream.Key;
            if (!await MakeStreamAsync(role, group, name) || !await _permissions.AllowAsync(role, "PutLogEvents", group, name))
                continue;
            foreach (var batch in Batches(stream))
                await _moto.AwsJsonAsync("logs", "Logs_20140328.PutLogEvents", Request(group, name, batch), CancellationToken.None);
        }
    }

    private async Task<bool> MakeStreamAsync(string role, string group, string stream)
    {
        if (_made.Contains((group, stream)))
            return true;
        if (!await _permissions.AllowAsync(role, "CreateLogStream", group, stream))
            return false;
        var request = new JsonObject { ["logGroupName"] = group, ["logStreamName"] = stream };
        if (!await MakeAsync("CreateLogStream", request))
        {
            if (!await _permissions.AllowAsync(role, "CreateLogGroup", group, ""))
                return false;
            await MakeAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = group });
            await MakeAsync("CreateLogStream", request);
        }

        return _made.Add((group, stream));
    }

    /// <returns>False when what it should be made in is not there.</returns>
    private async Task<bool> MakeAsync(string operation, JsonObject request)
    {
        try
        {
            await _moto.AwsJsonAsync("logs", "Logs_20140328." + operation, request, CancellationToken.None);
            return true;
        }
        catch (MotoException answer) when (answer.ErrorCode is "ResourceAlreadyExistsException" or "ResourceNotFoundException")
        {
            return answer.ErrorCode == "ResourceAlreadyExistsException";
        }
    }

    private static IEnumerable<List<LogLine>> Batches(IEnumerable<LogLine> lines)
    {
        List<LogLine> batch = [];
        var bytes = 0;
        foreach (var line in lines)
        {
            var size = Encoding.UTF8.GetByteCount(line.Text) + BytesPerEvent;
            if (batch.Count == MaxEvents || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(line);
            bytes += size;
        }

        yield return batch;
    }

    private static JsonObject Request(string group, string stream, List<LogLine> lines)
    {
        var events = lines
            .Where(line => line.Text.Length > 0)
            .OrderBy(line => line.At)
            .Select(JsonNode (line) => new JsonObject { ["timestamp"] = line.At.ToUnixTimeMilliseconds(), ["message"] = line.Text });
        return new JsonObject
        {
            ["logGroupName"] = group,
            ["logStreamName"] = stream,
            ["logEvents"] = new JsonArray([.. events]),
        };
    }
}
