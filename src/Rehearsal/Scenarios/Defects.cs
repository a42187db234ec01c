using System.Text;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.FaultyCode;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>Breaks what functions live among, with AWS's own calls.</summary>
internal static class Defects
{
    private const string SleepingCode = "import time\n\ndef handler(event, context):\n    time.sleep(60)\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Task UnencryptTableAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken) =>
        clients.DynamoDb.UpdateTableAsync(
            new UpdateTableRequest
            {
                TableName = FirstTable(workload),
                SSESpecification = new SSESpecification { Enabled = false },
            },
            cancellationToken
        );

    public static async Task DeleteTableAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        await clients.DynamoDb.UpdateTableAsync(
            new UpdateTableRequest { TableName = FirstTable(workload), DeletionProtectionEnabled = false },
            cancellationToken
        );
        await clients.DynamoDb.DeleteTableAsync(FirstTable(workload), cancellationToken);
    }

    public static Task DisableRuleAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var rule = FirstRule(workload);
        return clients.EventBridge.DisableRuleAsync(
            new DisableRuleRequest { Name = rule.Name, EventBusName = rule.Bus },
            cancellationToken
        );
    }

    public static Task ChangeDaysAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var rule =
            workload.Infrastructure.Rules.FirstOrDefault(r => r.Schedule is not null) ?? throw NotApplicable("a rule with a schedule");
        return clients.EventBridge.PutRuleAsync(
            new PutRuleRequest
            {
                Name = rule.Name,
                EventBusName = rule.Bus,
                ScheduleExpression = "cron(0 22 ? * MON-FRI *)",
                State = RuleState.ENABLED,
            },
            cancellationToken
        );
    }

    public static async Task RemoveTargetsAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var rule = FirstRule(workload);
        var targets = await clients.EventBridge.ListTargetsByRuleAsync(
            new ListTargetsByRuleRequest { Rule = rule.Name, EventBusName = rule.Bus },
            cancellationToken
        );
        await clients.EventBridge.RemoveTargetsAsync(
            new RemoveTargetsRequest
            {
                Rule = rule.Name,
                EventBusName = rule.Bus,
                Ids = [.. (targets.Targets ?? []).Select(t => t.Id)],
            },
            cancellationToken
        );
    }

    public static Task LoseEventsAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var sample = workload.Infrastructure.CustomEvents is [var first, ..] ? first : throw NotApplicable("a custom event");
        return clients.EventBridge.PutRuleAsync(
            new PutRuleRequest
            {
                Name = sample.Rule,
                EventBusName = sample.Bus,
                EventPattern = """{"source":["coderipple.lost"]}""",
                State = RuleState.ENABLED,
            },
            cancellationToken
        );
    }

    public static Task OpenRoleAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var role = FirstFunction(workload).Role;
        return clients.Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest
            {
                RoleName = role[(role.LastIndexOf('/') + 1)..],
                PolicyName = "everything",
                PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
            },
            cancellationToken
        );
    }

    public static Task OpenFunctionAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken) =>
        clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = FirstFunction(workload).Name,
                StatementId = "everybody",
                Action = "lambda:InvokeFunction",
                Principal = "*",
            },
            cancellationToken
        );

    public static async Task SleepAsync(AwsClients clients, Workload workload, CancellationToken cancellationToken)
    {
        var name = FirstFunction(workload).Name;
        await clients.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = name,
                Runtime = "python3.13",
                Handler = "index.handler",
                Layers = [],
                Timeout = 1,
            },
            cancellationToken
        );
        await SettleAsync(clients, name, cancellationToken);
        using var zip = new MemoryStream(ZipEdit.Only("index.py", Encoding.UTF8.GetBytes(SleepingCode)));
        await clients.Lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = zip },
            cancellationToken
        );
        await SettleAsync(clients, name, cancellationToken);
        var version = await clients.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name }, cancellationToken);
        await clients.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = workload.Alias,
                FunctionVersion = version.Version,
            },
            cancellationToken
        );
    }

    private static async Task SettleAsync(AwsClients clients, string function, CancellationToken cancellationToken)
    {
        while (
            (
                await clients.Lambda.GetFunctionConfigurationAsync(
                    new GetFunctionConfigurationRequest { FunctionName = function },
                    cancellationToken
                )
            ).LastUpdateStatus == LastUpdateStatus.InProgress
        )
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    private static string FirstTable(Workload workload) =>
        workload.Infrastructure.Tables is [var table, ..] ? table.Name : throw NotApplicable("a declared table");

    private static RuleExpectation FirstRule(Workload workload) =>
        workload.Infrastructure.Rules is [var rule, ..] ? rule : throw NotApplicable("a declared rule");

    private static WorkloadFunction FirstFunction(Workload workload) =>
        workload.Functions is [var function, ..] ? function : throw NotApplicable("a function");

    private static UserErrorException NotApplicable(string what) => new($"This scenario needs {what}, and the workload has none.");
}
