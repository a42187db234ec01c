using System.Globalization;
using System.Text.Json;

namespace Compat.Aws.Protocols;

internal class JsonReader(JsonElement node) : Wire
{
    protected virtual JsonElement Node => node;

    public override string? Member(string name, string? value) =>
        Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString()
        : found.GetRawText();

    public override bool? Member(string name, bool? value) =>
        Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? bool.Parse(found.GetString()!)
        : found.GetBoolean();

    public override int? Member(string name, int? value) => (int?)Number(name);

    public override long? Member(string name, long? value) => (long?)Number(name);

    public override double? Member(string name, double? value) =>
        Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? double.Parse(found.GetString()!, CultureInfo.InvariantCulture)
        : found.GetDouble();

    // Epoch seconds, or ISO 8601 where a service's model says so for the member.
    public override DateTime? Member(string name, DateTime? value) =>
        Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.Number ? DateTime.UnixEpoch.AddTicks((long)(found.GetDecimal() * TimeSpan.TicksPerSecond))
        : DateTime.Parse(
            found.GetString()!,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );

    public override MemoryStream? Member(string name, MemoryStream? value) =>
        Find(name) is { } found ? new MemoryStream(found.GetBytesFromBase64()) : null;

    public override T? Shape<T>(string name, T? value)
        where T : class
    {
        if (Find(name) is not { } found)
            return null;
        var shape = new T();
        shape.Members(new JsonReader(found));
        return shape;
    }

    public override List<T>? List<T>(string name, List<T>? value, Element<T> item)
    {
        if (Find(name) is not { } found)
            return null;
        var list = new List<T>(found.GetArrayLength());
        foreach (var element in found.EnumerateArray())
            list.Add(item(new JsonReader(element), "", default!));
        return list;
    }

    public override Dictionary<string, T>? Map<T>(
        string name,
        Dictionary<string, T>? value,
        Element<T> item,
        string keyName,
        string valueName
    )
    {
        if (Find(name) is not { } found)
            return null;
        var map = new Dictionary<string, T>();
        foreach (var entry in found.EnumerateObject())
            map[entry.Name] = item(new JsonReader(entry.Value), "", default!);
        return map;
    }

    private decimal? Number(string name) =>
        Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? decimal.Parse(found.GetString()!, CultureInfo.InvariantCulture)
        : found.GetDecimal();

    private JsonElement? Find(string name)
    {
        var found = Node;
        if (name.Length > 0 && !(found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out found)))
            return null;
        return found.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : found;
    }
}
