using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Moto;

namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <summary>Writes the functions' log lines to CloudWatch Logs; groups and streams are made when they are first needed.</summary>
internal sealed class LogWriter : ILogSink, IAsyncDisposable
{
    // The limits of PutLogEvents.
    private const int MaxEvents = 10_000, MaxBytes = 1_048_576, BytesPerEvent = 26;
    private readonly MotoClient _moto;
    private readonly BackgroundBatches<LogLine> _batches;
    private readonly HashSet<string> _made = [];

    public LogWriter(MotoClient moto, Action<string> log)
    {
        _moto = moto;
        _batches = new BackgroundBatches<LogLine>(SendAsync, log);
    }

    public void Add(LogLine line) => _batches.Add(line);

    public Task FlushAsync() => _batches.FlushAsync();

    public ValueTask DisposeAsync() => _batches.DisposeAsync();

    private async Task SendAsync(IReadOnlyList<LogLine> lines)
    {
        foreach (var stream in lines.GroupBy(line => (line.Group, line.Stream)))
        {
            var (group, name) = stream.Key;
            await MakeAsync(group, "CreateLogGroup", new JsonObject { ["logGroupName"] = group });
            await MakeAsync(group + "\n" + name, "CreateLogStream", new JsonObject { ["logGroupName"] = group, ["logStreamName"] = name });
            foreach (var batch in Batches(stream))
                await _moto.AwsJsonAsync("logs", "Logs_20140328.PutLogEvents", Request(group, name, batch), CancellationToken.None);
        }
    }

    private async Task MakeAsync(string key, string operation, JsonObject request)
    {
        if (_made.Contains(key))
            return;
        try
        {
            await _moto.AwsJsonAsync("logs", "Logs_20140328." + operation, request, CancellationToken.None);
        }
        catch (MotoException exists) when (exists.ErrorCode == "ResourceAlreadyExistsException")
        {
            // The template made the group, or another sandbox did.
        }

        _made.Add(key);
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
        var events = lines.Where(line => line.Text.Length > 0).OrderBy(line => line.At)
            .Select(JsonNode (line) => new JsonObject { ["timestamp"] = line.At.ToUnixTimeMilliseconds(), ["message"] = line.Text });
        return new JsonObject { ["logGroupName"] = group, ["logStreamName"] = stream, ["logEvents"] = new JsonArray([.. events]) };
    }
}
