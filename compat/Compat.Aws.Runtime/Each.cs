namespace Compat.Aws;

/// <summary>The element kinds of lists and maps.</summary>
public static class Each
{
    public static readonly Element<string> Text = (wire, name, value) => wire.Member(name, value)!;
    public static readonly Element<int> Int = (wire, name, value) => wire.Member(name, (int?)value) ?? 0;
    public static readonly Element<long> Long = (wire, name, value) => wire.Member(name, (long?)value) ?? 0;
    public static readonly Element<double> Double = (wire, name, value) => wire.Member(name, (double?)value) ?? 0;
    public static readonly Element<bool> Bool = (wire, name, value) => wire.Member(name, (bool?)value) ?? false;
    public static readonly Element<DateTime> Date = (wire, name, value) => wire.Member(name, (DateTime?)value) ?? default;
    public static readonly Element<MemoryStream> Blob = (wire, name, value) => wire.Member(name, value)!;
    public static readonly Element<List<string>> TextList = (wire, name, value) => wire.List(name, value, Text)!;
    public static readonly Element<Dictionary<string, string>> TextMap = (wire, name, value) => wire.Map(name, value, Text)!;

    public static T Shape<T>(Wire wire, string name, T value)
        where T : class, IShape, new() => wire.Shape(name, value)!;

    public static Dictionary<string, T> ShapeMap<T>(Wire wire, string name, Dictionary<string, T> value)
        where T : class, IShape, new() => wire.Map(name, value, Shape)!;
}
