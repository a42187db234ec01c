using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Rehearsal.Output;

/// <summary>Each result is one line of JSON.</summary>
internal sealed class JsonRehearsalOutput(JsonOutput json) : IRehearsalOutput
{
    public void LocalUp(
        Uri endpoint,
        string region,
        string stack,
        IReadOnlyDictionary<string, string> outputs,
        IReadOnlyDictionary<string, string> environment
    ) =>
        json.Write(
            new JsonObject
            {
                ["endpoint"] = endpoint.GetLeftPart(UriPartial.Authority),
                ["region"] = region,
                ["stack"] = stack,
                ["outputs"] = Members(outputs),
                ["environment"] = Members(environment),
            }
        );

    public void ScenarioList(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Defect> defects) =>
        json.Write(
            new JsonArray([
                .. scenarios.Select(s => new JsonObject
                {
                    ["name"] = s.Name,
                    ["does"] = s.Does,
                    ["ends"] = s.Ends.ToString(),
                }),
                .. defects.Select(d => new JsonObject
                {
                    ["name"] = d.Name,
                    ["does"] = d.Does,
                    ["failsCheck"] = d.CheckId,
                }),
            ])
        );

    public void ReleaseEnded(ReleaseOutcome outcome, IReadOnlyList<RuntimeDifference> differences) =>
        json.Write(Describe(outcome, differences));

    public void ScenarioEnded(
        Scenario scenario,
        ReleaseOutcome outcome,
        LiveReport live,
        IReadOnlyList<RuntimeDifference> differences,
        UserReport? users = null
    )
    {
        var result = Describe(outcome, differences);
        result["scenario"] = scenario.Name;
        result["live"] = live.Verdict.Word();
        result["asExpected"] = scenario.EndsAsItMust(outcome, live);
        if (users is not null)
            result["users"] = Describe(users);
        json.Write(result);
    }

    public void DefectEnded(Defect defect, HealthState state, bool found) =>
        json.Write(
            new JsonObject
            {
                ["scenario"] = defect.Name,
                ["failsCheck"] = defect.CheckId,
                ["asExpected"] = found,
                ["failing"] = new JsonArray([.. state.Failing.Select(f => new JsonObject { ["id"] = f.Id, ["component"] = f.Component })]),
            }
        );

    private static JsonObject Describe(ReleaseOutcome outcome, IReadOnlyList<RuntimeDifference> differences)
    {
        var result = JsonOutput.Describe(outcome);
        result["rehearsedOnOther"] = new JsonArray([
            .. differences.Select(difference => new JsonObject
            {
                ["rehearsedOn"] = difference.RehearsedOn,
                ["notOn"] = difference.NotOn,
                ["functions"] = new JsonArray([.. difference.Functions.Select(name => (JsonNode)name)]),
            }),
        ]);
        return result;
    }

    private static JsonObject Describe(UserReport users) =>
        new()
        {
            ["function"] = users.Function,
            ["requests"] = users.Requests.Count,
            ["byNewVersion"] = users.ByNewVersion.Count,
            ["failed"] = users.Failed,
            ["failedOtherwise"] = users.FailedOtherwise.Count,
        };

    private static JsonObject Members(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
}
