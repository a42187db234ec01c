using System.IO.Compression;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>A workload of one function in a folder of its own. Its base stack has a role, and what a report adds.</summary>
public sealed class ReportedWorkload : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coderipple-report-");
    private readonly UnsignedCalls _calls;
    private readonly JsonObject _workload;
    private JsonObject? _baseStack;
    private Finished? _last;

    internal ReportedWorkload(RunningMachine running, string application)
    {
        Running = running;
        Application = application;
        _calls = new UnsignedCalls(running.Host);
        _workload = new JsonObject
        {
            ["application"] = application,
            ["baseStack"] = "base-stack.json",
            ["functions"] = new JsonArray(NewFunction()),
        };
        Resources = new JsonObject
        {
            ["Role"] = new JsonObject
            {
                ["Type"] = "AWS::IAM::Role",
                ["Properties"] = new JsonObject
                {
                    ["RoleName"] = $"coderipple-{application}",
                    ["AssumeRolePolicyDocument"] = JsonNode.Parse(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Effect": "Allow",
                              "Principal": { "Service": ["lambda.amazonaws.com", "events.amazonaws.com"] },
                              "Action": "sts:AssumeRole"
                            }
                          ]
                        }
                        """
                    ),
                    ["ManagedPolicyArns"] = new JsonArray("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
                },
            },
        };
    }

    public string Application { get; }

    public string Function => $"coderipple-{Application}";

    public JsonObject Workload => _workload;

    /// <summary>The function as the workload describes it: Python in the folder code, that answers with a JSON object.</summary>
    public JsonObject Described => _workload["functions"]![0]!.AsObject();

    /// <summary>Resources of the base stack.</summary>
    public JsonObject Resources { get; }

    internal RunningMachine Running { get; }

    internal UnsignedCalls Calls => _calls;

    public string Region => Running.Clients.Region;

    /// <summary>The whole output of the last release.</summary>
    public string Said => _last!.Output + _last.Error;

    public void Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A file of so many zeros.</summary>
    public void WriteZeros(string file, long size)
    {
        Write(file, "");
        using var stream = File.OpenWrite(PathOf(file));
        stream.SetLength(size);
    }

    public void Link(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.CreateSymbolicLink(PathOf(file), target);
    }

    /// <summary>A zip of one's own making, as other tools make them.</summary>
    /// <param name="unixMode">Permissions of the files in it.</param>
    public void WriteZip(string file, int unixMode, params (string Name, string Text)[] entries)
    {
        using var zip = new ZipArchive(File.Create(PathOf(file)), ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            var entry = zip.CreateEntry(name);
            entry.ExternalAttributes = (0x8000 | unixMode) << 16;
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        }
    }

    /// <summary>Lets the function be Node.js with one file.</summary>
    public void IsNode(string runtime, string handler, string file, string text)
    {
        (Described["runtime"], Described["handler"]) = (runtime, handler);
        Write(file, text);
    }

    /// <summary>Lets the smoke test demand an answer.</summary>
    public void Expects(string json) => Described["smokeTests"]![0]!["expect"] = JsonNode.Parse(json);

    /// <summary>Releases what is in the folder now.</summary>
    /// <param name="words">What of the failure counts; all of it is said when it is not there.</param>
    public async Task<string> ReleaseAsync(string words = "", params string[] arguments)
    {
        if (_baseStack is null)
            await InstallAsync();
        Write("coderipple.json", _workload.ToJsonString());
        _last = await Running.RunAsync(["release", "--json", "--workload", PathOf("coderipple.json"), .. arguments]);
        if (_last.Output.Length == 0)
            return With(words, "refused", _last.Error);
        return With(words, (string)_last.Answer["status"]!, (string?)_last.Answer["failure"]);
    }

    /// <summary>Goes back to the release before.</summary>
    public async Task<string> RollBackAsync()
    {
        _last = await Running.RunAsync("rollback", "--json", "--application", Application, "--reason", "a drill");
        return _last.Output.Length == 0 ? $"refused: {_last.Error}" : (string)_last.Answer["status"]!;
    }

    /// <summary>What the health check says about one resource.</summary>
    public async Task<string> CheckAsync(string resource)
    {
        var check = await Running.RunAsync("check", "--json", "--application", Application);
        var bad = check.Answer[0]!["results"]!
            .AsArray()
            .Where(r => (string?)r!["verdict"] == "failed" && r.ToJsonString().Contains(resource, StringComparison.Ordinal))
            .ToList();
        return bad.Count == 0 ? "check passed" : string.Join("; ", bad.Select(r => r!.ToJsonString()));
    }

    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:123456789012:{resource}";

    public void Dispose()
    {
        _calls.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string With(string words, string status, string? failure) =>
        failure is null ? status
        : failure.Contains(words, StringComparison.Ordinal) ? $"{status}: {words}"
        : $"{status}: {failure}";

    private JsonObject NewFunction() =>
        new()
        {
            ["name"] = Function,
            ["path"] = "code",
            ["runtime"] = "python3.13",
            ["handler"] = "app.handler",
            ["role"] = "${outputs.Role}",
            ["smokeTests"] = new JsonArray(new JsonObject { ["name"] = "answer", ["event"] = new JsonObject() }),
        };

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private async Task InstallAsync()
    {
        _baseStack = new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Resources"] = Resources,
            ["Outputs"] = JsonNode.Parse("""{ "Role": { "Value": { "Fn::GetAtt": ["Role", "Arn"] } } }"""),
        };
        Write("base-stack.json", _baseStack.ToJsonString());
        await new StackInstaller(Running.Clients, TimeProvider.System).InstallAsync(
            $"{Application}-development",
            await PackagedTemplate.BuildAsync(PathOf("base-stack.json"), CancellationToken.None),
            new Dictionary<string, string>(),
            CancellationToken.None
        );
    }
}
