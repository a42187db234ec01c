using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.FaultyCode;

namespace CodeRipple.Workflow.Cli.Tests.Workloads;

/// <summary>A release of one layer and two Python functions that share their code.</summary>
internal static class Drafts
{
    public static byte[] Code { get; } = ZipEdit.Only("app.py", "def handler(event, context): return {}\n"u8.ToArray());

    public static byte[] Layer { get; } = ZipEdit.Only("python/greeting.py", "def hello(): pass\n"u8.ToArray());

    public static ReleaseDraft Shop { get; } =
        new(
            new Workload
            {
                Application = "shop",
                Layers =
                [
                    new WorkloadLayer
                    {
                        Name = "greeting",
                        Path = "layer",
                        CompatibleRuntimes = ["python3.13"],
                        Probe = new LayerProbe { Imports = ["greeting"] },
                    },
                ],
                Functions = [Function("hello"), Function("again")],
                EndToEndTests =
                [
                    new EndToEndTest
                    {
                        Name = "hello",
                        Function = "hello",
                        Event = new JsonObject { ["name"] = "bob" },
                    },
                ],
            },
            new Dictionary<string, byte[]> { ["layer"] = Layer, ["code"] = Code }
        );

    private static WorkloadFunction Function(string name) =>
        new()
        {
            Name = name,
            Path = "code",
            Runtime = "python3.13",
            Handler = "app.handler",
            Role = "arn:aws:iam::123456789012:role/shop",
            Environment = new Dictionary<string, string> { ["STAGE"] = "test" },
            Layers = ["greeting"],
            SmokeTests =
            [
                new SmokeTest
                {
                    Name = "works",
                    Event = new JsonObject { ["name"] = "ann" },
                },
            ],
        };
}
