using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>Reports about what a release finds in an account, and what it leaves there.</summary>
internal static class AccountReports
{
    private const string Code = "def handler(event, context):\n    return {\"statusCode\": 200, \"generation\": 1}\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static IEnumerable<PublicReport> All { get; } =
    [
        new(
            "an alarm that pages a team, and logs that are kept for ever",
            "https://github.com/aws/aws-cdk/issues/35003",
            "Succeeded; alarm as before, logs for ever, both said",
            OwnAlarmAsync
        ),
        new(
            "a live layer version that somebody deleted",
            "https://github.com/aws-amplify/amplify-cli/issues/4929",
            "Succeeded, Rejected: not-reversible, accepted: Succeeded",
            DeletedLayerAsync
        ),
        new(
            "a schedule that is not weekly",
            "https://github.com/grumBit/aws_cron_expression_validator/issues/12",
            "Succeeded, check passed",
            MonthlyAsync
        ),
        new(
            "a function whose last update failed",
            "https://github.com/hashicorp/terraform-provider-aws/issues/4633",
            "Succeeded, Succeeded",
            FailedUpdateAsync
        ),
    ];

    private static async Task<string> OwnAlarmAsync(ReportedWorkload workload)
    {
        var (watch, logs) = (workload.Running.Clients.CloudWatch, workload.Running.Clients.Logs);
        var (alarm, group) = ($"{workload.Function}-errors", $"/aws/lambda/{workload.Function}");
        await watch.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = alarm,
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = [new Amazon.CloudWatch.Model.Dimension { Name = "FunctionName", Value = workload.Function }],
                Statistic = "Sum",
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 0,
                ComparisonOperator = "GreaterThanThreshold",
                AlarmActions = [workload.Arn("sns", "on-call")],
            }
        );
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = group });
        workload.Write("code/app.py", Code);

        var released = await workload.ReleaseAsync();

        var after = (await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [alarm] })).MetricAlarms.Single();
        var kept = (await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = group })).LogGroups.Single();
        var asBefore = after is { Threshold: 0, Period: 60 } && after.AlarmActions is [var action] && action.EndsWith(":on-call");
        var said = workload.Said.Contains(alarm, StringComparison.Ordinal) && workload.Said.Contains(group, StringComparison.Ordinal);
        return $"{released}; alarm {(asBefore ? "as before" : "overwritten")}, logs {(kept.RetentionInDays is null or 0 ? "for ever" : "shortened")}, {(said ? "both said" : "not said")}";
    }

    private static async Task<string> DeletedLayerAsync(ReportedWorkload workload)
    {
        var layer = $"{workload.Function}-basket";
        workload.Write("layer/python/basket.py", "FRUIT = 'pear'\n");
        workload.Write("code/app.py", "import basket\ndef handler(event, context):\n    return {\"fruit\": basket.FRUIT}\n");
        workload.Workload["layers"] = new JsonArray(
            new JsonObject
            {
                ["name"] = layer,
                ["path"] = "layer",
                ["compatibleRuntimes"] = new JsonArray("python3.13"),
                ["probe"] = new JsonObject { ["imports"] = new JsonArray("basket") },
            }
        );
        workload.Described["layers"] = new JsonArray(layer);
        var first = await workload.ReleaseAsync();
        await workload.Running.Clients.Lambda.DeleteLayerVersionAsync(
            new DeleteLayerVersionRequest { LayerName = layer, VersionNumber = 1 }
        );
        workload.Write("layer/python/basket.py", "FRUIT = 'plum'\n");

        var second = await workload.ReleaseAsync("not-reversible");
        var accepted = await workload.ReleaseAsync("", "--accept", $"not-reversible:{workload.Function}");

        return $"{first}, {second}, accepted: {accepted}";
    }

    private static async Task<string> MonthlyAsync(ReportedWorkload workload)
    {
        const string LastDayOfTheMonth = "cron(0 6 L * ? *)";
        workload.Write("code/app.py", Code);
        var rule = $"{workload.Function}-invoices";
        workload.Resources["Invoices"] = new JsonObject
        {
            ["Type"] = "AWS::Events::Rule",
            ["Properties"] = new JsonObject
            {
                ["Name"] = rule,
                ["ScheduleExpression"] = LastDayOfTheMonth,
                ["Targets"] = new JsonArray(
                    new JsonObject { ["Id"] = "monthly", ["Arn"] = workload.Arn("lambda", $"function:{workload.Function}:live") }
                ),
            },
        };
        workload.Workload["infrastructure"] = new JsonObject
        {
            ["rules"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = rule,
                    ["schedule"] = LastDayOfTheMonth,
                    ["deadLetters"] = false,
                    ["targets"] = new JsonArray(workload.Function),
                }
            ),
        };
        var released = await workload.ReleaseAsync();
        await workload.Running.Clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = workload.Function,
                Qualifier = "live",
                StatementId = "invoices",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
                SourceArn = workload.Arn("events", $"rule/{rule}"),
            }
        );
        return $"{released}, {await workload.CheckAsync(rule)}";
    }

    private static async Task<string> FailedUpdateAsync(ReportedWorkload workload)
    {
        workload.Write("code/app.py", Code);
        // What the key encrypts.
        workload.Described["environment"] = new JsonObject { ["STAGE"] = "development" };
        var first = await workload.ReleaseAsync();
        var lambda = workload.Running.Clients.Lambda;
        await lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = workload.Function,
                KMSKeyArn = await workload.Calls.CreateKeyAsync(disabled: true),
            }
        );
        var read = new GetFunctionConfigurationRequest { FunctionName = workload.Function };
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while ((await lambda.GetFunctionConfigurationAsync(read)).LastUpdateStatus != LastUpdateStatus.Failed)
            await Task.Delay(Pause, TimeProvider.System, deadline.Token);
        workload.Write("code/app.py", Code + "\n");
        return $"{first}, {await workload.ReleaseAsync()}";
    }
}
