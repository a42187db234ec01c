using CodeRipple.Workflow.LocalAws.ClassLibrary;

// Runs a .NET handler of a class library over the Lambda Runtime API, as the managed dotnet* runtimes do. Started once per sandbox;
// _HANDLER is Assembly::Namespace.Type::Method. .NET has been told to find assemblies where the function's deps.json says.
MemoryLimit.Apply();
using var runtime = new RuntimeClient(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
Handler handler;
try
{
    handler = Handler.Load(Environment.GetEnvironmentVariable("_HANDLER")!);
}
catch (Exception problem)
{
    await runtime.FailAsync("init/error", problem);
    return 1;
}

while (true)
{
    var invocation = await runtime.NextAsync();
    try
    {
        await runtime.AnswerAsync(invocation, await handler.InvokeAsync(invocation));
    }
    catch (Exception problem) when (problem is not HttpRequestException)
    {
        await runtime.FailAsync($"invocation/{invocation.RequestId}/error", problem);
    }
}
