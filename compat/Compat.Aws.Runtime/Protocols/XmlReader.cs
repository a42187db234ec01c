using System.Globalization;
using System.Xml.Linq;

namespace Compat.Aws.Protocols;

internal sealed class XmlReader(XElement? node) : Wire
{
    public override string? Member(string name, string? value) => Find(name)?.Value;

    public override bool? Member(string name, bool? value) => Find(name) is { } found ? bool.Parse(found.Value) : null;

    public override int? Member(string name, int? value) => (int?)Number(name);

    public override long? Member(string name, long? value) => (long?)Number(name);

    public override double? Member(string name, double? value) =>
        Find(name) is { } found ? double.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    public override DateTime? Member(string name, DateTime? value) =>
        Find(name) is { } found
            ? DateTime.Parse(found.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
            : null;

    public override MemoryStream? Member(string name, MemoryStream? value) =>
        Find(name) is { } found ? new MemoryStream(Convert.FromBase64String(found.Value)) : null;

    public override T? Shape<T>(string name, T? value)
        where T : class
    {
        if (Find(name) is not { } found)
            return null;
        var shape = new T();
        shape.Members(new XmlReader(found));
        return shape;
    }

    public override List<T>? List<T>(string name, List<T>? value, Element<T> item) =>
        Find(name)?.Elements().Select(element => item(new XmlReader(element), "", default!)).ToList();

    public override Dictionary<string, T>? Map<T>(
        string name,
        Dictionary<string, T>? value,
        Element<T> item,
        string keyName,
        string valueName
    ) =>
        Find(name)
            ?.Elements()
            .Select(entry => new XmlReader(entry))
            .ToDictionary(entry => entry.Find(keyName)?.Value ?? "", entry => item(new XmlReader(entry.Find(valueName)), "", default!));

    private decimal? Number(string name) => Find(name) is { } found ? decimal.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    // Services differ in whether they declare a namespace; a name never occurs in two of them.
    private XElement? Find(string name) =>
        name.Length == 0 ? node : node?.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
