namespace Compat.Aws;

/// <summary>The element kinds of lists and maps.</summary>
public static class Item
{
    public static readonly Item<string> Text = (wire, name, value) => wire.Member(name, value)!;
    public static readonly Item<int> Int = (wire, name, value) => wire.Member(name, (int?)value) ?? 0;
    public static readonly Item<long> Long = (wire, name, value) => wire.Member(name, (long?)value) ?? 0;
    public static readonly Item<double> Double = (wire, name, value) => wire.Member(name, (double?)value) ?? 0;
    public static readonly Item<bool> Bool = (wire, name, value) => wire.Member(name, (bool?)value) ?? false;
    public static readonly Item<DateTime> Date = (wire, name, value) => wire.Member(name, (DateTime?)value) ?? default;
    public static readonly Item<MemoryStream> Blob = (wire, name, value) => wire.Member(name, value)!;
    public static readonly Item<List<string>> TextList = (wire, name, value) => wire.List(name, value, Text)!;

    public static T Shape<T>(Wire wire, string name, T value) where T : class, IShape, new() => wire.Shape(name, value)!;
}
