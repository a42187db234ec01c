using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>The method that the handler names, ready to be called with events.</summary>
internal sealed class Handler
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private readonly MethodInfo _method;
    private readonly object? _instance;
    private readonly Serializer _serializer;
    private readonly Func<Invocation, object?>[] _arguments;

    private Handler(MethodInfo method, object? instance, Serializer serializer)
    {
        (_method, _instance, _serializer) = (method, instance, serializer);
        _arguments = [.. method.GetParameters().Select(Argument)];
    }

    /// <param name="name"><c>Assembly::Namespace.Type::Method</c>.</param>
    /// <exception cref="LambdaValidationException">There is no such method, or it cannot be a handler.</exception>
    public static Handler Load(string name)
    {
        if (name.Split("::") is not [{ Length: > 0 } assemblyName, { Length: > 0 } typeName, { Length: > 0 } methodName])
            throw new LambdaValidationException($"The handler string '{name}' is not valid. The valid format is 'ASSEMBLY::TYPE::METHOD'.");
        var assembly = LoadAssembly(assemblyName);
        var type =
            assembly.GetType(typeName)
            ?? throw new LambdaValidationException($"Unable to load type '{typeName}' from assembly '{assemblyName}'.");
        var method = Find(type, methodName, assemblyName);
        Validate(type, method);
        var serializer = Serializer.For(method, assembly);
        return new Handler(method, method.IsStatic ? null : Activator.CreateInstance(type), serializer);
    }

    public async Task<byte[]> InvokeAsync(Invocation invocation)
    {
        var result = _method.Invoke(_instance, [.. _arguments.Select(argument => argument(invocation))]);
        if (result is not Task task)
            return _serializer.Write(result, _method.ReturnType);
        await task;
        return ResultType(_method.ReturnType) is { } type
            ? _serializer.Write(task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task), type)
            : [];
    }

    private static Assembly LoadAssembly(string name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            throw new LambdaValidationException(
                $"Could not find the specified handler assembly with the file name '{name}'. "
                    + "The assembly should be located in the root of your uploaded .zip file."
            );
        }
    }

    /// <param name="name">A name, or a whole signature as <c>MethodInfo.ToString</c> writes it.</param>
    private static MethodInfo Find(Type type, string name, string assembly)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            var methods = declaring.GetMethods(Declared);
            if (methods.FirstOrDefault(method => method.ToString() == name) is { } exact)
                return exact;
            var named = methods.Where(method => method.Name == name).ToList();
            if (named.Count > 1)
                throw new LambdaValidationException(
                    $"Unable to find method '{name}' in type '{type}' from assembly '{assembly}': Found more than one method matching "
                        + $"method name '{name}'. Name the whole signature."
                );
            if (named is [var only])
                return only;
        }

        throw new LambdaValidationException(
            $"Unable to find method '{name}' in type '{type}' from assembly '{assembly}': Found no methods matching method name '{name}'."
        );
    }

    private static void Validate(Type type, MethodInfo method)
    {
        var why = method switch
        {
            _ when type.IsGenericType => $"The type '{type.FullName}' cannot be used as a Lambda Handler type because it is generic.",
            { IsAbstract: true } => $"Method '{method}' cannot be used as a Lambda Handler method because it is abstract.",
            { IsStatic: false } when type.IsAbstract =>
                $"Method '{method}' cannot be used as a Lambda Handler method because its type '{type.FullName}' is abstract.",
            { IsGenericMethod: true } => $"Method '{method}' cannot be used as a Lambda Handler method because it is generic.",
            _ when method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)) =>
                $"Method '{method}' cannot be used as a Lambda Handler method because it is 'async void'. "
                    + "It should either be 'async Task' or return void synchronously.",
            _ when method.GetParameters().Length > 2 =>
                $"Method '{method.Name}' of type '{type.FullName}' is not supported: the method has more than 2 parameters.",
            _ when method.GetParameters() is [_, var second] && !IsContext(second.ParameterType) =>
                $"Method '{method.Name}' of type '{type.FullName}' is not supported: the method has 2 parameters, but the second parameter "
                    + $"is not of type '{LambdaContext.TypeName}'.",
            _ => null,
        };
        if (why is not null)
            throw new LambdaValidationException(why);
    }

    private Func<Invocation, object?> Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (IsContext(type))
            return invocation => LambdaContext.For(invocation, type);
        var read = _serializer.Reader(type);
        return invocation => read(invocation.Event);
    }

    private static bool IsContext(Type type) => type.FullName == LambdaContext.TypeName;

    private static Type? ResultType(Type task)
    {
        for (var type = task; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
                return type.GetGenericArguments()[0];
        }

        return null;
    }
}
