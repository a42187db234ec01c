using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One log message in the two formats of the managed .NET runtime.</summary>
internal sealed record LogLine(
    DateTimeOffset At,
    LogLevel Level,
    string? RequestId,
    string? TraceId,
    MessageTemplate Message,
    Exception? Exception
)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Timestamp => At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public string ToText()
    {
        var message = Message.ToString();
        if (Exception is not null)
            message = message.Length == 0 ? Exception.ToString() : $"{message}\n{Exception}";
        return $"{Timestamp}\t{RequestId}\t{ShortLevel()}\t{message}";
    }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        writer.WriteStartObject();
        writer.WriteString("timestamp", Timestamp);
        writer.WriteString("level", Level.ToString());
        if (!string.IsNullOrEmpty(RequestId))
            writer.WriteString("requestId", RequestId);
        if (!string.IsNullOrEmpty(TraceId))
            writer.WriteString("traceId", TraceId);
        writer.WriteString("message", Message.ToString());
        foreach (var (name, value) in Message.Values)
            WriteValue(writer, name, value);
        if (Exception is not null)
            WriteException(writer, Exception);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object value)
    {
        writer.WritePropertyName(name);
        switch (value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
            writer.WriteStringValue(line.Trim());
        writer.WriteEndArray();
    }

    private string ShortLevel() =>
        Level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            LogLevel.Critical => "crit",
            _ => "info",
        };
}
