using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.FaultyCode;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>Makes another release out of one, whatever its functions are.</summary>
internal static class WorkloadMutations
{
    private const string Marker = "coderipple-rehearsal.txt";
    private const string MarkerVariable = "CODERIPPLE_REHEARSAL";

    private static JsonNode Unanswerable => new JsonObject { ["coderippleRehearsal"] = "an answer that nobody gives" };

    /// <summary>Changes what no code looks at: a file more in every package, an environment variable more.</summary>
    public static ReleaseDraft Upgrade(ReleaseDraft draft)
    {
        var marked = draft;
        foreach (
            var path in draft.Workload.Functions.Select(f => f.Path).Concat(draft.Workload.Layers.Take(1).Select(l => l.Path)).Distinct()
        )
            marked = WithPackage(marked, path, ZipEdit.Put(draft.Packages[path], Marker, "second release\n"u8.ToArray()));
        return marked with
        {
            Workload = marked.Workload with
            {
                Functions =
                [
                    .. marked.Workload.Functions.Select(f =>
                        f with
                        {
                            Environment = new Dictionary<string, string>(f.Environment) { [MarkerVariable] = "second" },
                        }
                    ),
                ],
            },
        };
    }

    public static ReleaseDraft EmptyLayer(ReleaseDraft draft)
    {
        if (draft.Workload.Layers is not [var layer, ..])
            throw NotApplicable("a layer");
        return WithPackage(draft, layer.Path, ZipEdit.Only(Marker, "nothing else\n"u8.ToArray()));
    }

    public static ReleaseDraft CrashFunction(ReleaseDraft draft)
    {
        var function = FirstFunction(draft);
        // Functions may share a package; only this one is to crash.
        var path = function.Path + "#crashes";
        var crashing = WithPackage(draft, path, CrashingCode.Of(draft.Packages[function.Path], function.Runtime, function.Handler));
        return WithFunction(crashing, function, function with { Path = path });
    }

    public static ReleaseDraft FailSmokeTest(ReleaseDraft draft)
    {
        if (draft.Workload.Functions is not [.., var function])
            throw NotApplicable("a function");
        var test = function.SmokeTests[0] with { Name = "rehearsal", Expect = Unanswerable };
        return WithFunction(draft, function, function with { SmokeTests = [.. function.SmokeTests.Take(19), test] });
    }

    public static ReleaseDraft FailEndToEndTest(ReleaseDraft draft)
    {
        var function = FirstFunction(draft);
        var sample = draft.Workload.EndToEndTests is [var first, ..] ? first : null;
        var test = (
            sample
            ?? new EndToEndTest
            {
                Name = "",
                Function = function.Name,
                Event = function.SmokeTests[0].Event?.DeepClone(),
            }
        ) with
        {
            Name = "rehearsal",
            Expect = Unanswerable,
        };
        return draft with { Workload = draft.Workload with { EndToEndTests = [.. draft.Workload.EndToEndTests.Take(49), test] } };
    }

    public static ReleaseDraft CorruptArtifact(ReleaseDraft draft) =>
        draft with
        {
            Corrupt = new HashSet<string> { FirstFunction(draft).Path },
        };

    public static ReleaseDraft InvalidRequest(ReleaseDraft draft)
    {
        FirstFunction(draft);
        return draft with
        {
            Edit = request =>
            {
                var function = request["functions"]![0]!.AsObject();
                request["approvedBy"] = "nobody";
                function["memorySize"] = 1;
                function.Remove("handler");
            },
        };
    }

    /// <summary>Shifts the traffic in two short stages, which users of a rehearsal have the patience for.</summary>
    public static ReleaseDraft InStages(ReleaseDraft draft)
    {
        FirstFunction(draft);
        return draft with
        {
            Workload = draft.Workload with
            {
                Traffic = new TrafficRequest
                {
                    Stages = [new TrafficStage { Percent = 20, BakeSeconds = 12 }, new TrafficStage { Percent = 50, BakeSeconds = 4 }],
                    MinimumRequests = 10,
                    HoldSeconds = 120,
                },
            },
        };
    }

    /// <summary>Takes away everything that a verdict could come from.</summary>
    public static ReleaseDraft WithoutVerdict(ReleaseDraft draft) =>
        draft with
        {
            Workload = draft.Workload with { Traffic = draft.Workload.Traffic with { Probes = false, OnInconclusive = "rollBack" } },
        };

    private static WorkloadFunction FirstFunction(ReleaseDraft draft) =>
        draft.Workload.Functions is [var function, ..] ? function : throw NotApplicable("a function");

    private static UserErrorException NotApplicable(string what) => new($"This scenario needs {what}, and the workload has none.");

    private static ReleaseDraft WithPackage(ReleaseDraft draft, string path, byte[] content) =>
        draft with
        {
            Packages = new Dictionary<string, byte[]>(draft.Packages) { [path] = content },
        };

    private static ReleaseDraft WithFunction(ReleaseDraft draft, WorkloadFunction old, WorkloadFunction changed) =>
        draft with
        {
            Workload = draft.Workload with { Functions = [.. draft.Workload.Functions.Select(f => f.Name == old.Name ? changed : f)] },
        };
}
