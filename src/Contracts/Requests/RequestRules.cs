using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeRipple.Workflow.Contracts;

/// <summary>The rules of a request that concern more than one member.</summary>
internal static class RequestRules
{
    private const int MaxEnvironment = 4096;

    // Lambda refuses these names; source: "Defined runtime environment variables" in the Lambda developer guide.
    private static readonly HashSet<string> Reserved =
    [
        "_HANDLER",
        "_X_AMZN_TRACE_ID",
        "AWS_DEFAULT_REGION",
        "AWS_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT",
        "LAMBDA_RUNTIME_DIR",
    ];

    public static IReadOnlyList<RequestError> Check(ReleaseRequest request)
    {
        var errors = new List<RequestError>();
        if (request.Layers.Count == 0 && request.Functions.Count == 0)
            errors.Add(new RequestError("", "releases nothing; name at least one layer or function"));
        CheckUnique("layers", request.Layers.Select(l => l.Name), errors);
        CheckUnique("functions", request.Functions.Select(f => f.Name), errors);
        CheckUnique("endToEndTests", request.EndToEndTests.Select(t => t.Name), errors);

        for (var i = 0; i < request.Layers.Count; i++)
            CheckLayer(request.Layers[i], $"/layers/{i}", errors);
        for (var i = 0; i < request.Functions.Count; i++)
            CheckFunction(request.Functions[i], request, $"/functions/{i}", errors);
        TrafficRules.Check(request.Traffic, errors);
        for (var i = 0; i < request.EndToEndTests.Count; i++)
            CheckEndToEndTest(request.EndToEndTests[i], request, $"/endToEndTests/{i}", errors);
        InfrastructureRules.Check(request, errors);
        ApiRules.Check(request, errors);
        MonitoringRules.Check(request, errors);
        return errors;
    }

    private static void CheckEndToEndTest(EndToEndTest test, ReleaseRequest request, string path, List<RequestError> errors)
    {
        if (test.Function is null == test.Call is null)
            errors.Add(new RequestError(path, "must have exactly one of function and call"));
        if (test.Function is { } function && request.Functions.All(f => f.Name != function))
            errors.Add(new RequestError($"{path}/function", $"\"{function}\" is not one of this request's functions"));
        if (test.Call is { } call)
        {
            ApiRules.CheckCall(call, request, $"{path}/call", errors);
            ApiRules.CheckHeaders(call, $"{path}/call/headers", errors);
        }

        ExpectationRules.Check(test.Expect, $"{path}/expect", errors);
    }

    private static void CheckLayer(LayerRequest layer, string path, List<RequestError> errors)
    {
        for (var i = 0; i < layer.CompatibleRuntimes.Count; i++)
            CheckLayerRuntime(layer, layer.CompatibleRuntimes[i], $"{path}/compatibleRuntimes/{i}", errors);
        for (var i = 0; i < layer.CompatibleArchitectures.Count; i++)
            if (layer.CompatibleArchitectures[i] is not ("x86_64" or "arm64"))
                errors.Add(
                    new RequestError(
                        $"{path}/compatibleArchitectures/{i}",
                        $"must be one of x86_64, arm64, but is \"{layer.CompatibleArchitectures[i]}\""
                    )
                );
        if (layer.Probe.IsEmpty)
            errors.Add(new RequestError($"{path}/probe", "proves nothing; name at least one of types, imports, modules or files"));
    }

    private static void CheckLayerRuntime(LayerRequest layer, string runtime, string path, List<RequestError> errors)
    {
        if (!Patterns.Fits(runtime, Patterns.Runtime))
            errors.Add(new RequestError(path, $"{Patterns.RuntimeRule}, but is \"{runtime}\""));
        else if (ProbeFamilies.Of(runtime) is not { } family)
            errors.Add(
                new RequestError(
                    path,
                    $"a layer cannot be proven on \"{runtime}\", only on {ProbeFamilies.Provable}; leave it out, or take the layer out of the release"
                )
            );
        else if (!layer.Probe.IsEmpty && layer.Probe.For(family).IsEmpty)
            errors.Add(
                new RequestError(path, $"the probe proves nothing on \"{runtime}\"; add {ProbeFamilies.MemberOf(family)} or files to it")
            );
    }

    private static void CheckFunction(FunctionRequest function, ReleaseRequest request, string path, List<RequestError> errors)
    {
        for (var i = 0; i < function.Layers.Count; i++)
            CheckLayerReference(function, function.Layers[i], request, $"{path}/layers/{i}", errors);
        CheckUnique($"{path.TrimStart('/')}/layers", function.Layers, errors);
        CheckUnique($"{path.TrimStart('/')}/smokeTests", function.SmokeTests.Select(t => t.Name), errors);
        for (var i = 0; i < function.SmokeTests.Count; i++)
            ExpectationRules.Check(function.SmokeTests[i].Expect, $"{path}/smokeTests/{i}/expect", errors);

        foreach (var name in function.Environment.Keys)
        {
            if (!Patterns.Fits(name, Patterns.EnvironmentVariable))
                errors.Add(new RequestError($"{path}/environment/{name}", $"the name {Patterns.EnvironmentVariableRule}"));
            else if (Reserved.Contains(name))
                errors.Add(new RequestError($"{path}/environment/{name}", "is reserved by Lambda; choose another name"));
        }

        var size = JsonBytes(function.Environment);
        if (size > MaxEnvironment)
            errors.Add(new RequestError($"{path}/environment", $"has {size} bytes as JSON; Lambda allows {MaxEnvironment} in all"));
    }

    // So Lambda measures it: its refusal says "String measured" and shows this text.
    private static int JsonBytes(IReadOnlyDictionary<string, string> variables)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        foreach (var (name, value) in variables)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenCount;
    }

    private static void CheckLayerReference(
        FunctionRequest function,
        string reference,
        ReleaseRequest request,
        string path,
        List<RequestError> errors
    )
    {
        if (Patterns.Fits(reference, Patterns.LayerVersionArn))
            return;
        var layer = request.Layers.FirstOrDefault(l => l.Name == reference);
        if (layer is null)
            errors.Add(
                new RequestError(
                    path,
                    $"unknown layer \"{reference}\"; name one of this request's layers or give the ARN of a layer version"
                )
            );
        else if (!layer.CompatibleRuntimes.Contains(function.Runtime))
            errors.Add(
                new RequestError(
                    path,
                    $"layer \"{reference}\" is declared for {string.Join(", ", layer.CompatibleRuntimes)}, the function runs on {function.Runtime}"
                )
            );
        else if (!layer.CompatibleArchitectures.Contains(function.Architecture))
            errors.Add(
                new RequestError(
                    path,
                    $"layer \"{reference}\" is declared for {string.Join(", ", layer.CompatibleArchitectures)}, the function runs on {function.Architecture}"
                )
            );
    }

    private static void CheckUnique(string path, IEnumerable<string> names, List<RequestError> errors)
    {
        foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
            errors.Add(new RequestError("/" + path, $"\"{twice.Key}\" is listed {twice.Count()} times; names must be unique"));
    }
}
