using System.Reflection;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>
/// Turns events into arguments and results into answers with the serializer that the function names in a LambdaSerializer attribute.
/// Known by its shape: the type belongs to the function's own Amazon.Lambda.Core, whichever version that is.
/// </summary>
internal sealed class Serializer
{
    private const string AttributeName = "Amazon.Lambda.Core.LambdaSerializerAttribute",
        InterfaceName = "Amazon.Lambda.Core.ILambdaSerializer";

    private readonly MethodInfo _handler;
    private readonly object? _serializer;

    private Serializer(MethodInfo handler, object? serializer) => (_handler, _serializer) = (handler, serializer);

    /// <summary>The one of the method before the one of the assembly.</summary>
    public static Serializer For(MethodInfo handler, Assembly assembly)
    {
        var attribute = Find(handler.GetCustomAttributes()) ?? Find(assembly.GetCustomAttributes());
        if (attribute is null)
            return new Serializer(handler, null);
        var type =
            (Type?)attribute.GetType().GetProperty("SerializerType")!.GetValue(attribute)
            ?? throw new LambdaValidationException($"The 'SerializerType' property on attribute class '{AttributeName}' is not set.");
        if (type.GetInterface(InterfaceName) is null)
            throw new LambdaValidationException(
                $"The '{type.FullName}' class is invalid: it does not implement the 'ILambdaSerializer' interface."
            );
        return type.GetConstructor(Type.EmptyTypes) is { } constructor
            ? new Serializer(handler, constructor.Invoke([]))
            : throw new LambdaValidationException(
                $"The indicated serializer '{type.FullName}' does not define a public zero-parameter constructor."
            );
    }

    /// <exception cref="LambdaValidationException">The type needs a serializer and there is none.</exception>
    public Func<byte[], object?> Reader(Type type)
    {
        if (type == typeof(Stream))
            return json => new MemoryStream(json, writable: false);
        var deserialize = Method("Deserialize", type, "deserialize input data");
        return json =>
        {
            using var stream = new MemoryStream(json, writable: false);
            return deserialize.Invoke(_serializer, [stream]);
        };
    }

    public byte[] Write(object? result, Type type)
    {
        if (type == typeof(void))
            return [];
        using var answer = new MemoryStream();
        if (typeof(Stream).IsAssignableFrom(type))
        {
            using var given = (Stream?)result;
            given?.CopyTo(answer);
        }
        else
            Method("Serialize", type, "serialize output data").Invoke(_serializer, [result, answer]);

        return answer.ToArray();
    }

    private MethodInfo Method(string name, Type type, string purpose) =>
        _serializer?.GetType().GetInterface(InterfaceName)!.GetMethod(name)!.MakeGenericMethod(type)
        ?? throw new LambdaValidationException(
            $"Could not find the LambdaSerializerAttribute on the assembly '{_handler.DeclaringType!.Assembly.GetName().Name}' or method "
                + $"'{_handler.Name}' while attempting to {purpose} of type '{type.FullName}'. To use types other than System.IO.Stream as "
                + "input/output parameters, the assembly or Lambda function should be annotated with "
                + "Amazon.Lambda.LambdaSerializerAttribute."
        );

    private static Attribute? Find(IEnumerable<Attribute> attributes) =>
        attributes.FirstOrDefault(attribute => Ancestry(attribute.GetType()).Any(type => type.FullName == AttributeName));

    private static IEnumerable<Type> Ancestry(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }
}
