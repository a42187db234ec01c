using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>Whether the account lets as many functions run at once as a release does.</summary>
internal static class ConcurrencyDiagnosis
{
    // StartRelease and GuardRelease, which events invoke.
    private const int StartedByEvents = 2;

    // A Map without a limit: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
    private const int LimitOfMaps = 40;

    public static async Task<Finding> LookAsync(IAmazonLambda lambda, string region, int needed, CancellationToken cancellationToken)
    {
        const string subject = "Lambda concurrency";
        var limit = (await lambda.GetAccountSettingsAsync(new GetAccountSettingsRequest(), cancellationToken)).AccountLimit;
        var free = limit.UnreservedConcurrentExecutions ?? limit.ConcurrentExecutions ?? 0;
        return free >= needed
            ? Finding.Fine(subject, $"{free} functions may run at once; a release needs {needed}")
            : Finding.Obstacle(
                subject,
                $"only {free} functions may run at once in {region}; a release needs {needed}, and users of the workload come on top",
                "Request more: Service Quotas, AWS Lambda, \"Concurrent executions\" (L-B99A9384). New accounts begin with few; see docs/install.md."
            );
    }

    /// <summary>How many functions a release runs at once: the steps, a function that each may invoke, and what events start.</summary>
    /// <param name="definitions">Of the state machines.</param>
    public static int NeedOf(IEnumerable<JsonObject> definitions) => (2 * definitions.Max(StepsAtOnce)) + StartedByEvents;

    private static int StepsAtOnce(JsonObject machine) => machine["States"]!.AsObject().Max(state => StepsOf(state.Value!.AsObject()));

    private static int StepsOf(JsonObject state) =>
        (string?)state["Type"] switch
        {
            "Task" => 1,
            "Parallel" => state["Branches"]!.AsArray().Sum(branch => StepsAtOnce(branch!.AsObject())),
            "Map" => LimitOf(state) * StepsAtOnce(state["ItemProcessor"]!.AsObject()),
            _ => 0,
        };

    private static int LimitOf(JsonObject map) => (int?)map["MaxConcurrency"] is > 0 and var limit ? limit : LimitOfMaps;
}
