using Amazon.Runtime;

namespace Compat.Aws;

/// <summary>Reads or writes one element of a list or map; with the empty name, the current node itself is meant.</summary>
public delegate T Element<T>(Wire wire, string name, T value);

/// <summary>One node of a request being written or a response being read. See <see cref="IShape"/>.</summary>
public abstract class Wire
{
    public abstract string? Member(string name, string? value);
    public abstract bool? Member(string name, bool? value);
    public abstract int? Member(string name, int? value);
    public abstract long? Member(string name, long? value);
    public abstract double? Member(string name, double? value);
    public abstract DateTime? Member(string name, DateTime? value);
    public abstract MemoryStream? Member(string name, MemoryStream? value);
    public abstract T? Shape<T>(string name, T? value)
        where T : class, IShape, new();
    public abstract List<T>? List<T>(string name, List<T>? value, Element<T> item);
    public abstract Dictionary<string, T>? Map<T>(
        string name,
        Dictionary<string, T>? value,
        Element<T> item,
        string keyName = "key",
        string valueName = "value"
    );

    public float? Member(string name, float? value) => (float?)Member(name, (double?)value);

    public T? Constant<T>(string name, T? value, Func<string, T> create)
        where T : ConstantClass
    {
        var text = Member(name, value?.Value);
        return text is null || text == value?.Value ? value : create(text);
    }

    /// <summary>CloudWatch Logs counts milliseconds where .NET callers see a DateTime.</summary>
    public DateTime? Milliseconds(string name, DateTime? value)
    {
        var milliseconds = Member(name, (long?)(value?.ToUniversalTime() - DateTime.UnixEpoch)?.TotalMilliseconds);
        return milliseconds is null ? null : DateTime.UnixEpoch.AddMilliseconds(milliseconds.Value);
    }

    // Members that REST services keep outside the body. Only the side that carries them does something.
    public virtual void Label(string name, object? value) { }

    public virtual void Query(string name, object? value) { }

    public virtual string? Header(string name, string? value) => value;

    public virtual int? Status(int? value) => value;

    public virtual MemoryStream? Payload(MemoryStream? value) => value;
}
