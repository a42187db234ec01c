using System.Globalization;

namespace Compat.Aws.Protocols;

/// <summary>Tags.member.1.Key=…; MessageAttributes.entry.1.Name=…</summary>
internal sealed class FormWriter(IDictionary<string, string> form, string prefix) : Wire
{
    public override string? Member(string name, string? value)
    {
        if (value is not null)
            form[Path(name)] = value;
        return value;
    }

    public override bool? Member(string name, bool? value)
    {
        Member(
            name,
            value is null ? null
                : value.Value ? "true"
                : "false"
        );
        return value;
    }

    public override int? Member(string name, int? value)
    {
        Member(name, value?.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    public override long? Member(string name, long? value)
    {
        Member(name, value?.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    public override double? Member(string name, double? value)
    {
        Member(name, value?.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    public override DateTime? Member(string name, DateTime? value)
    {
        Member(name, value?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        return value;
    }

    public override MemoryStream? Member(string name, MemoryStream? value)
    {
        Member(name, value is null ? null : Convert.ToBase64String(value.ToArray()));
        return value;
    }

    public override T? Shape<T>(string name, T? value)
        where T : class
    {
        value?.Members(Under(name));
        return value;
    }

    public override List<T>? List<T>(string name, List<T>? value, Element<T> item)
    {
        // An empty list is sent as an empty value: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#collections
        if (value is { Count: 0 })
            form[Path(name)] = "";
        for (var i = 0; i < value?.Count; i++)
            item(Under($"{name}.member.{i + 1}"), "", value[i]);
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
        var number = 0;
        foreach (var (key, element) in value ?? [])
        {
            var entry = Under($"{name}.entry.{++number}");
            entry.Member(keyName, key);
            item(entry.Under(valueName), "", element);
        }
        return value;
    }

    private FormWriter Under(string name) => new(form, Path(name));

    private string Path(string name) =>
        prefix.Length == 0 ? name
        : name.Length == 0 ? prefix
        : $"{prefix}.{name}";
}
