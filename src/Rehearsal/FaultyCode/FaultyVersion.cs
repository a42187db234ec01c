using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Rehearsal.FaultyCode;

/// <summary>
/// A new version that passes every test and fails its users: it knows the answers that the old version gave to the smoke tests by
/// heart, and does to every other request what it was given. So it works for functions of any runtime.
/// </summary>
internal sealed class FaultyVersion(string python)
{
    public const string Words = "broken on purpose by coderipple rehearse";

    private const string Code = """
        import json, pathlib, time

        ANSWERS = json.loads(pathlib.Path(__file__).with_name("answers.json").read_text())

        def handler(event, context):
            for known in ANSWERS:
                if known["event"] == event and context.client_context is None:
                    return known["answer"]
        """;

    /// <summary>Fails every request of users.</summary>
    public static FaultyVersion Failing { get; } = new($"    raise RuntimeError('{Words}')");

    /// <summary>Takes its time with every request of users.</summary>
    public static FaultyVersion Slow { get; } = new("    time.sleep(0.7)\n    return ANSWERS[0][\"answer\"]");

    /// <summary>Puts it in the place of the first function's new version.</summary>
    public async Task<ReleaseDraft> ReplaceAsync(ReleaseDraft draft, IAmazonLambda lambda, CancellationToken cancellationToken)
    {
        var function = draft.Workload.Functions[0];
        var answers = new JsonArray();
        foreach (var test in function.SmokeTests)
            answers.Add(
                new JsonObject
                {
                    ["event"] = test.Event?.DeepClone(),
                    ["answer"] = await AskAsync(function.Name, draft.Workload.Alias, test),
                }
            );

        var path = function.Path + "#faulty";
        var code = ZipEdit.Only("faulty.py", Encoding.UTF8.GetBytes($"{Code}\n{python}\n"));
        var package = ZipEdit.Put(code, "answers.json", JsonSerializer.SerializeToUtf8Bytes(answers));
        var faulty = function with { Path = path, Runtime = "python3.13", Handler = "faulty.handler", Layers = [] };
        return draft with
        {
            Packages = new Dictionary<string, byte[]>(draft.Packages) { [path] = package },
            Workload = draft.Workload with { Functions = [faulty, .. draft.Workload.Functions.Skip(1)] },
        };

        async Task<JsonNode?> AskAsync(string name, string alias, SmokeTest test)
        {
            var answer = await lambda.InvokeAsync(
                new InvokeRequest
                {
                    FunctionName = name,
                    Qualifier = alias,
                    Payload = test.Event?.ToJsonString() ?? "null",
                },
                cancellationToken
            );
            return await JsonNode.ParseAsync(answer.Payload, cancellationToken: cancellationToken);
        }
    }
}
