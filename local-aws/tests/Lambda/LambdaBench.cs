using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Lambda.Invocations;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

/// <summary>A data plane over a fake launcher, with its own state folder.</summary>
internal sealed class LambdaBench : IAsyncDisposable
{
    /// <summary>For each spec: generous, because this machine may be busy.</summary>
    public const int Deadline = 60_000;

    private readonly MotoClient _moto;

    private LambdaBench(FakeLauncher launcher, LambdaOptions options)
    {
        Launcher = launcher;
        Options = options;
        _moto = new MotoClient(launcher.Address, "us-west-2");
        Plane = new LambdaDataPlane(options, _moto, TimeProvider.System, NullLogger.Instance);
    }

    public FakeLauncher Launcher { get; }

    public LambdaOptions Options { get; }

    public LambdaDataPlane Plane { get; }

    public static async Task<LambdaBench> StartAsync(Func<LambdaOptions, LambdaOptions>? configure = null)
    {
        var id = "spec-" + Guid.NewGuid().ToString("n")[..12];
        var options = new LambdaOptions
        {
            Id = id,
            StateFolder = Directory.CreateTempSubdirectory(id).FullName,
            Gateway = new Uri("http://127.0.0.1:9/"),
            RetryDelays = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)],
        };
        return new LambdaBench(await FakeLauncher.StartAsync(), configure?.Invoke(options) ?? options);
    }

    /// <summary>The dummy of a language under the name <c>f</c>.</summary>
    public FakeFunction AddDummy(string language, string function, Func<FakeFunction, FakeFunction>? configure = null)
    {
        var dummy = new FakeFunction("f", Packages.Dummy(language));
        dummy = language switch
        {
            "python" => dummy with { Runtime = "python3.12", Handler = "dummy." + function },
            "node" => dummy with { Runtime = "nodejs20.x", Handler = "dummy." + function },
            _ => dummy with
            {
                Runtime = "dotnet10",
                Handler = "Dummy",
                Environment = new() { ["ANNOTATIONS_HANDLER"] = char.ToUpperInvariant(function[0]) + function[1..] },
            },
        };
        return Launcher.Add(configure?.Invoke(dummy) ?? dummy);
    }

    public FakeFunction AddPython(string source, Func<FakeFunction, FakeFunction>? configure = null)
    {
        var function = new FakeFunction("f", Packages.Of(("app.py", source))) { Handler = "app.handler" };
        return Launcher.Add(configure?.Invoke(function) ?? function);
    }

    public FakeFunction AddLibrary(string handler) =>
        Launcher.Add(new FakeFunction("f", Packages.DummyLibrary()) { Runtime = "dotnet10", Handler = handler });

    public FakeFunction AddNode(string source, Func<FakeFunction, FakeFunction>? configure = null)
    {
        var function = new FakeFunction("f", Packages.Of(("app.js", source))) { Handler = "app.handler", Runtime = "nodejs20.x" };
        return Launcher.Add(configure?.Invoke(function) ?? function);
    }

    public Task<InvokeResult> InvokeAsync(string payload = "{}", string function = "f", string? qualifier = null) =>
        Plane.InvokeAsync(new InvokeCall(function, qualifier, Encoding.UTF8.GetBytes(payload)), CancellationToken.None);

    public Task<string> EnqueueAsync(string payload = "{}") =>
        Plane.EnqueueAsync(new InvokeCall("f", null, Encoding.UTF8.GetBytes(payload)), CancellationToken.None);

    /// <summary>Ids of the processes that carry this data plane's mark.</summary>
    public IReadOnlyList<string> Processes() => Survivors.Of(Options.Id);

    public async ValueTask DisposeAsync()
    {
        await Plane.DisposeAsync();
        _moto.Dispose();
        await Launcher.DisposeAsync();
        Directory.Delete(Options.StateFolder, recursive: true);
    }
}

internal static class InvokeResultExtensions
{
    public static JsonNode Json(this InvokeResult result) => JsonNode.Parse(result.Payload)!;
}

internal static class Survivors
{
    public static IReadOnlyList<string> Of(string id) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Carries(folder, id))];

    private static bool Carries(string folder, string id)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Contains("LOCAL_AWS_ID=" + id, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
