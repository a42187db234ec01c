using System.Text.Json;

namespace Compat.Aws.Protocols;

internal class JsonWriter(Utf8JsonWriter json) : Wire
{
    internal static void WriteObject(Utf8JsonWriter json, IShape shape)
    {
        json.WriteStartObject();
        shape.Members(new JsonWriter(json));
        json.WriteEndObject();
    }

    public override string? Member(string name, string? value)
    {
        if (Begin(name, value))
            json.WriteStringValue(value);
        return value;
    }

    public override bool? Member(string name, bool? value)
    {
        if (Begin(name, value))
            json.WriteBooleanValue(value.GetValueOrDefault());
        return value;
    }

    public override int? Member(string name, int? value)
    {
        if (Begin(name, value))
            json.WriteNumberValue(value.GetValueOrDefault());
        return value;
    }

    public override long? Member(string name, long? value)
    {
        if (Begin(name, value))
            json.WriteNumberValue(value.GetValueOrDefault());
        return value;
    }

    public override double? Member(string name, double? value)
    {
        if (Begin(name, value))
            json.WriteNumberValue(value.GetValueOrDefault());
        return value;
    }

    public override DateTime? Member(string name, DateTime? value)
    {
        // Epoch seconds; decimal, because a double would print 1700000000.123 with an error in its last digits.
        if (Begin(name, value))
            json.WriteNumberValue(
                (value.GetValueOrDefault().ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond / 1000m
            );
        return value;
    }

    public override MemoryStream? Member(string name, MemoryStream? value)
    {
        if (Begin(name, value))
            json.WriteBase64StringValue(value!.ToArray());
        return value;
    }

    public override T? Shape<T>(string name, T? value)
        where T : class
    {
        if (Begin(name, value))
            WriteObject(json, value!);
        return value;
    }

    public override List<T>? List<T>(string name, List<T>? value, Element<T> item)
    {
        if (!Begin(name, value))
            return value;
        json.WriteStartArray();
        foreach (var element in value!)
            item(this, "", element);
        json.WriteEndArray();
        return value;
    }

    public override Dictionary<string, T>? Map<T>(
        string name,
        Dictionary<string, T>? value,
        Element<T> item,
        string keyName,
        string valueName
    )
    {
        if (!Begin(name, value))
            return value;
        json.WriteStartObject();
        foreach (var (key, element) in value!)
            item(this, key, element);
        json.WriteEndObject();
        return value;
    }

    private bool Begin(string name, object? value)
    {
        if (value is null)
            return false;
        if (name.Length > 0)
            json.WritePropertyName(name);
        return true;
    }
}
