using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>An error as Lambda's callers see it. <see cref="Type"/> is what a state machine's ErrorEquals is compared with.</summary>
internal sealed record FunctionError(string Type, ReadOnlyMemory<byte> Json)
{
    private const int LargestJson = 256 * 1024;
    private const int LongestMessage = 16 * 1024;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FunctionError From(Exception exception)
    {
        var type = exception.GetType().Name;
        var json = Write(writer => WriteException(writer, exception));
        return json.Length <= LargestJson
            ? new FunctionError(type, json)
            : From(type, $"{Shorten(exception.Message)} (stack trace and causes left out: with them the error is larger than 256 KB)");
    }

    public static FunctionError From(string type, string message) =>
        new(
            type,
            Write(writer =>
            {
                writer.WriteString("errorType", type);
                writer.WriteString("errorMessage", message);
                writer.WriteStartArray("stackTrace");
                writer.WriteEndArray();
            })
        );

    private static string Shorten(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "...";

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (
            var line in exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []
        )
            writer.WriteStringValue(line);
        writer.WriteEndArray();

        if (exception.InnerException is { } cause)
        {
            writer.WriteStartObject("cause");
            WriteException(writer, cause);
            writer.WriteEndObject();
        }

        if (exception is AggregateException { InnerExceptions: { Count: > 1 } causes })
        {
            writer.WriteStartArray("causes");
            foreach (var one in causes)
            {
                writer.WriteStartObject();
                WriteException(writer, one);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }
}
