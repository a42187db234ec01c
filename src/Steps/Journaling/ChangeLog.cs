using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>
/// Two lines in the log for every change: when it begins, and how it ended after how long. They hold names and ids only: a message
/// of an error or a state may hold the value of an environment variable.
/// </summary>
/// <param name="output">
/// Standard output itself, not <see cref="Console.Out"/>: of what is written there the Lambda runtime makes the text of a message. A
/// line that is JSON stays as it is in Lambda's JSON log format, and its level and timestamp are those that Lambda goes by:
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
/// </param>
public sealed class ChangeLog(Stream output, TimeProvider time)
{
    /// <summary>What is changed besides the phases of the journal, which go by their own names.</summary>
    public const string LayerPublication = "layerPublication",
        VersionPublication = "versionPublication";

    /// <inheritdoc cref="LayerPublication"/>
    public const string ProbeDeletion = "probeDeletion",
        Revert = "revert";

    private const string Timestamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private readonly Lock _oneLineAtATime = new();

    /// <summary>Makes a change, with a line before and a line after it.</summary>
    /// <param name="change">The kind of change.</param>
    /// <param name="make">Makes it, and says how that ended.</param>
    public async Task<T> FollowAsync<T>(
        ReleaseReference release,
        string change,
        ResourceId resource,
        Func<Task<(T Result, ChangeEnd End)>> make
    )
    {
        var started = time.GetTimestamp();
        Write("INFO", "change begins", release, change, resource);
        try
        {
            var (result, end) = await make();
            End(end);
            return result;
        }
        catch (Exception e)
        {
            End(ChangeEnd.Failed(e.GetType().Name));
            throw;
        }

        void End(ChangeEnd end) =>
            Write(end.ErrorType is null ? "INFO" : "WARN", "change ended", release, change, resource, end, time.GetElapsedTime(started));
    }

    /// <summary>The kind of a change that the journal has.</summary>
    public static string KindOf(JournalPhase phase) => JsonNamingPolicy.CamelCase.ConvertName(phase.ToString());

    private void Write(
        string level,
        string message,
        ReleaseReference release,
        string change,
        ResourceId resource,
        ChangeEnd? end = null,
        TimeSpan duration = default
    )
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", time.GetUtcNow().UtcDateTime.ToString(Timestamp, CultureInfo.InvariantCulture));
            writer.WriteString("level", level);
            writer.WriteString("message", message);
            writer.WriteString("release", release.Id);
            writer.WriteString("application", release.Application);
            writer.WriteString("resource", resource.ToString());
            writer.WriteString("change", change);
            if (end is { } ended)
                WriteEnd(writer, ended, duration);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (_oneLineAtATime)
        {
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteEnd(Utf8JsonWriter writer, ChangeEnd end, TimeSpan duration)
    {
        writer.WriteNumber("durationMs", (long)duration.TotalMilliseconds);
        writer.WriteString("outcome", end.Outcome);
        if (end.ErrorType is not null)
            writer.WriteString("errorType", end.ErrorType);
    }
}
