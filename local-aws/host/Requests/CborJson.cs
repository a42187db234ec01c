using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>
/// CloudWatch's own protocol is CBOR, moto speaks its JSON only. JSON has no types for time and real numbers, so those
/// members of CloudWatch's answers are known by name.
/// </summary>
internal static class CborJson
{
    private static readonly HashSet<string> Times =
    [
        "AlarmConfigurationUpdatedTimestamp",
        "CreationDate",
        "EndTime",
        "ExpireDate",
        "LastModified",
        "LastUpdateDate",
        "LastUpdatedTimestamp",
        "StartDate",
        "StartTime",
        "StateTransitionedTimestamp",
        "StateUpdatedTimestamp",
        "Timestamp",
        "Timestamps",
    ];

    private static readonly HashSet<string> Reals =
    [
        "AggregateValue",
        "ApproximateAggregateValue",
        "ApproximateValue",
        "Average",
        "ExtendedStatistics",
        "MaxContributorValue",
        "Maximum",
        "Minimum",
        "SampleCount",
        "Sum",
        "Threshold",
        "UniqueContributors",
        "Values",
    ];

    /// <exception cref="CborContentException">The bytes are not well formed.</exception>
    public static JsonNode? ToJson(ReadOnlyMemory<byte> cbor) => Read(new CborReader(cbor));

    public static byte[] FromJson(JsonNode? json)
    {
        var writer = new CborWriter();
        Write(writer, json, "");
        return writer.Encode();
    }

    private static JsonNode? Read(CborReader reader) =>
        reader.PeekState() switch
        {
            CborReaderState.StartMap => ReadMap(reader),
            CborReaderState.StartArray => ReadArray(reader),
            CborReaderState.Tag => ReadTagged(reader),
            CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => reader.ReadTextString(),
            CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString => Convert.ToBase64String(
                reader.ReadByteString()
            ),
            CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
            CborReaderState.Boolean => reader.ReadBoolean(),
            CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat =>
                reader.ReadDouble(),
            _ => ReadNothing(reader),
        };

    private static JsonObject ReadMap(CborReader reader)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
            map[reader.ReadTextString()] = Read(reader);
        reader.ReadEndMap();
        return map;
    }

    private static JsonArray ReadArray(CborReader reader)
    {
        var array = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            array.Add(Read(reader));
        reader.ReadEndArray();
        return array;
    }

    // The only tag in use is 1, seconds since 1970, which awsJson writes as a bare number.
    private static JsonNode? ReadTagged(CborReader reader)
    {
        reader.ReadTag();
        return Read(reader);
    }

    private static JsonNode? ReadNothing(CborReader reader)
    {
        reader.SkipValue();
        return null;
    }

    private static void Write(CborWriter writer, JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject map:
                writer.WriteStartMap(map.Count);
                foreach (var (key, value) in map)
                {
                    writer.WriteTextString(key);
                    // The percentiles of a data point are a map from name to real number.
                    Write(writer, value, name == "ExtendedStatistics" ? name : key);
                }

                writer.WriteEndMap();
                break;
            case JsonArray array:
                writer.WriteStartArray(array.Count);
                foreach (var item in array)
                    Write(writer, item, name);
                writer.WriteEndArray();
                break;
            case JsonValue value:
                WriteValue(writer, value, name);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    private static void WriteValue(CborWriter writer, JsonValue value, string name)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String
                when Times.Contains(name) && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var time):
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble(time.ToUnixTimeMilliseconds() / 1000.0);
                break;
            case JsonValueKind.String:
                writer.WriteTextString(value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value, name);
                break;
            default:
                writer.WriteBoolean(value.GetValue<bool>());
                break;
        }
    }

    private static void WriteNumber(CborWriter writer, JsonValue value, string name)
    {
        if (Times.Contains(name))
            writer.WriteTag(CborTag.UnixTimeSeconds);
        if (
            !Times.Contains(name)
            && !Reals.Contains(name)
            && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole)
        )
            writer.WriteInt64(whole);
        else
            writer.WriteDouble(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
    }
}
