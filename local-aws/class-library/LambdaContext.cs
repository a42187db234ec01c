using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>
/// ILambdaContext of the function's own Amazon.Lambda.Core, and what hangs on it. It is implemented while running: versions of the
/// package differ in its members.
/// </summary>
public class LambdaContext : DispatchProxy
{
    internal const string TypeName = "Amazon.Lambda.Core.ILambdaContext";

    private IReadOnlyDictionary<string, Func<Type, object?>> _properties = new Dictionary<string, Func<Type, object?>>();

    internal static object For(Invocation invocation, Type context)
    {
        var headers = invocation.Headers;
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(headers["Lambda-Runtime-Deadline-Ms"], CultureInfo.InvariantCulture)
        );
        return Make(
            context,
            new()
            {
                ["AwsRequestId"] = _ => invocation.RequestId,
                ["FunctionName"] = _ => Read("AWS_LAMBDA_FUNCTION_NAME"),
                ["FunctionVersion"] = _ => Read("AWS_LAMBDA_FUNCTION_VERSION"),
                ["InvokedFunctionArn"] = _ => headers["Lambda-Runtime-Invoked-Function-Arn"],
                ["LogGroupName"] = _ => Read("AWS_LAMBDA_LOG_GROUP_NAME"),
                ["LogStreamName"] = _ => Read("AWS_LAMBDA_LOG_STREAM_NAME"),
                ["MemoryLimitInMB"] = _ => int.Parse(Read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")!, CultureInfo.InvariantCulture),
                ["RemainingTime"] = _ => deadline - TimeProvider.System.GetUtcNow(),
                ["TraceId"] = _ => invocation.TraceId,
                ["Identity"] = type => Make(type, []),
                ["Logger"] = LambdaLog.Make,
                ["ClientContext"] = type => ClientContext(type, headers.GetValueOrDefault("Lambda-Runtime-Client-Context")),
            }
        );
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var type = targetMethod!.ReturnType;
        return targetMethod.Name.StartsWith("get_", StringComparison.Ordinal)
            && _properties.TryGetValue(targetMethod.Name["get_".Length..], out var read)
                ? read(type)
            : type.IsValueType && type != typeof(void) ? Activator.CreateInstance(type)
            : null;
    }

    private static object Make(Type type, Dictionary<string, Func<Type, object?>> properties)
    {
        var proxy = Create(type, typeof(LambdaContext));
        ((LambdaContext)proxy)._properties = properties;
        return proxy;
    }

    private static object? ClientContext(Type type, string? json)
    {
        if (json is null)
            return null;
        using var given = JsonDocument.Parse(json);
        var (client, environment, custom) = (Texts(given, "client"), Texts(given, "env"), Texts(given, "custom"));
        return Make(
            type,
            new()
            {
                ["Environment"] = _ => environment,
                ["Custom"] = _ => custom,
                ["Client"] = application =>
                    Make(
                        application,
                        new()
                        {
                            ["AppPackageName"] = _ => client.GetValueOrDefault("app_package_name"),
                            ["AppTitle"] = _ => client.GetValueOrDefault("app_title"),
                            ["AppVersionCode"] = _ => client.GetValueOrDefault("app_version_code"),
                            ["AppVersionName"] = _ => client.GetValueOrDefault("app_version_name"),
                            ["InstallationId"] = _ => client.GetValueOrDefault("installation_id"),
                        }
                    ),
            }
        );
    }

    private static Dictionary<string, string> Texts(JsonDocument given, string name) =>
        given.RootElement.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? part.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString())
            : [];

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable);
}

/// <summary>ILambdaLogger: every message becomes a line of the log.</summary>
public class LambdaLog : DispatchProxy
{
    internal static object Make(Type type) => Create(type, typeof(LambdaLog));

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var given = args ?? [];
        // (level, exception, message, arguments), of which each but the message may be missing.
        var texts = given.OfType<string>().ToList();
        var values = given.OfType<object[]>().FirstOrDefault() ?? [];
        var hasLevel = targetMethod!.Name == "Log" && targetMethod.GetParameters() is [{ Name: "level" or "logLevel" }, ..];
        var level =
            !hasLevel ? ""
            : given[0] is string text ? text
            : given[0]?.ToString() ?? "";
        if (hasLevel && given[0] is string)
            texts.RemoveAt(0);
        Console.WriteLine(string.Join(' ', new[] { level, Fill(texts.FirstOrDefault() ?? "", values) }.Where(part => part.Length > 0)));
        foreach (var exception in given.OfType<Exception>())
            Console.WriteLine(exception);
        return null;
    }

    /// <summary>Templates such as <c>"{count} of {total}"</c> take their values in order.</summary>
    private static string Fill(string template, IEnumerable values)
    {
        foreach (var value in values)
        {
            var start = template.IndexOf('{', StringComparison.Ordinal);
            var end = start < 0 ? -1 : template.IndexOf('}', start);
            if (end < 0)
                break;
            template = template[..start] + value + template[(end + 1)..];
        }

        return template;
    }
}
