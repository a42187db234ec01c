using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 text and epoch numbers; writes ISO 8601.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // Kinesis sends milliseconds where others send seconds. A number beyond this many seconds can only be milliseconds:
    // https://github.com/aws/aws-lambda-dotnet/issues/839
    private const long FarthestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String when reader.TryGetDateTime(out var moment) => moment,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number > FarthestSeconds
                ? DateTime.UnixEpoch.AddMilliseconds(number)
                : DateTime.UnixEpoch.AddSeconds(number),
            JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
            _ => throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}"),
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
