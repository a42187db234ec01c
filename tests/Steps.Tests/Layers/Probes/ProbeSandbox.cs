using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Layers.Probes;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

/// <summary>The code of a probe, unpacked from the zip that Lambda would get, beside a folder that stands for /opt.</summary>
internal sealed class ProbeSandbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coderipple-probe-");
    private readonly ProbeFamily _family;

    public ProbeSandbox(ProbeFamily family)
    {
        _family = family;
        ZipFile.ExtractToDirectory(ProbeCode.For(family).ToZip(), Task);
        Directory.CreateDirectory(Opt);
    }

    /// <summary>Where the layers lie.</summary>
    public string Opt => Path.Combine(_folder.FullName, "opt");

    private string Task => Path.Combine(_folder.FullName, "task");

    public string Put(string file, string content)
    {
        var path = Path.Combine(Opt, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>The probe's answer to an event, from a process of its own.</summary>
    public async Task<ProbeReply> AskAsync(string @event)
    {
        using var deadline = new CancellationTokenSource(Patience);
        return new ProbeReply(
            _family == ProbeFamily.Dotnet ? await InvokeAsync(@event, deadline.Token) : await CallAsync(@event, deadline.Token)
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<JsonNode> InvokeAsync(string @event, CancellationToken deadline)
    {
        using var runtime = new FakeRuntimeApi();
        using var process = Start("dotnet", ["exec", "CodeRipple.Workflow.Probe.dll"], ("AWS_LAMBDA_RUNTIME_API", runtime.Endpoint));
        try
        {
            var (kind, body) = await runtime.InvokeAsync(@event, deadline);
            Assert.Equal("response", kind);
            return body;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    // These two are handlers of a managed runtime, not programs: a line of code stands for the runtime.
    private async Task<JsonNode> CallAsync(string @event, CancellationToken deadline)
    {
        using var process =
            _family == ProbeFamily.Python
                ? Start(
                    "python3",
                    ["-c", "import sys, json, coderipple_probe as p; print(json.dumps(p.handler(json.loads(sys.argv[1]), None)))", @event],
                    ("PYTHONPATH", Path.Combine(Opt, "python"))
                )
                : Start(
                    "node",
                    [
                        "-e",
                        "import('./coderipple_probe.mjs').then(p => p.handler(JSON.parse(process.argv[1]))).then(a => console.log(JSON.stringify(a)))",
                        @event,
                    ],
                    ("NODE_PATH", Path.Combine(Opt, "nodejs", "node_modules"))
                );
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline);
            var errors = await process.StandardError.ReadToEndAsync(deadline);
            var answer = (await output).TrimEnd().Split('\n')[^1];
            Assert.True(answer.StartsWith('{'), errors);
            return JsonNode.Parse(answer)!;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private Process Start(string program, string[] arguments, (string Name, string Value) variable)
    {
        var capture = _family != ProbeFamily.Dotnet;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Task,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
        };
        start.Environment["PROBE_ROOT"] = Opt;
        start.Environment[variable.Name] = variable.Value;
        return Process.Start(start)!;
    }
}

internal sealed class ProbeReply(JsonNode answer)
{
    public string[] Loaded => [.. answer["loaded"]!.AsArray().Select(e => (string)e!["name"]!)];

    public string[] Failed => [.. answer["failed"]!.AsArray().Select(e => (string)e!["name"]!)];

    public string ErrorOf(string entry) => (string)answer["failed"]!.AsArray().Single(e => (string)e!["name"]! == entry)!["error"]!;

    /// <summary>Version and path of what was loaded.</summary>
    public (string? Version, string Path) this[string entry]
    {
        get
        {
            var found = answer["loaded"]!.AsArray().Single(e => (string)e!["name"]! == entry)!;
            return ((string?)found["version"], (string)found["path"]!);
        }
    }
}
