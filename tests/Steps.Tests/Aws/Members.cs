using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

/// <summary>Model classes of the SDK, seen as the members that they have.</summary>
internal static class Members
{
    public static IEnumerable<PropertyInfo> Of(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(p => p.CanWrite)
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>An object that has a value of its own in every member.</summary>
    public static T Filled<T>() => (T)Value(typeof(T), typeof(T).Name)!;

    /// <param name="without">Members that are left out, at any depth.</param>
    public static string Describe(object? value, IReadOnlyCollection<string> without) =>
        value switch
        {
            null => "nothing",
            string or ValueType => FormattableString.Invariant($"{value}"),
            ConstantClass constant => constant.Value,
            IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}: {Describe(map[key], without)}"))}}}",
            IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(item => Describe(item, without)))}]",
            _ =>
                $"{{{string.Join(", ", Of(value.GetType()).Where(m => !without.Contains(m.Name)).Select(m => $"{m.Name}: {Describe(m.GetValue(value), without)}"))}}}",
        };

    private static object? Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"a {name}";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTime))
            return new DateTime(2100, 1, name.Length % 28 + 1, 0, 0, 0, DateTimeKind.Utc);
        if (type.IsPrimitive)
            return Convert.ChangeType(name.Length + name[0], type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Activator.CreateInstance(type, $"a {name}");
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var of] && key == typeof(string))
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            map[$"a {name}"] = Value(of, name);
            return map;
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var element])
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(Value(element, name));
            return list;
        }

        var filled = Activator.CreateInstance(type)!;
        foreach (var member in Of(type))
            member.SetValue(filled, Value(member.PropertyType, member.Name));
        return filled;
    }
}
