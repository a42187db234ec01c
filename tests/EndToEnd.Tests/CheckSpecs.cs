using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>
/// The health check through the program, the state machine and the step binaries: well after a release, and every defect found.
/// </summary>
[Collection(Machines.Checks)]
public sealed class CheckSpecs(RunningMachine running)
{
    private const string BaseStack = """
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: coderipple-checked-orders
              BillingMode: PAY_PER_REQUEST
              AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              SSESpecification: { SSEEnabled: true }
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
              DeletionProtectionEnabled: true

          Undelivered:
            Type: AWS::SQS::Queue
            Properties: { QueueName: coderipple-checked-undelivered }

          Bus:
            Type: AWS::Events::EventBus
            Properties: { Name: coderipple-checked }

          RuleRole:
            Type: AWS::IAM::Role
            Properties:
              RoleName: coderipple-checked-rules
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }]
              Policies:
                - PolicyName: invoke
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:coderipple-checked-*" }]

          Nightly:
            Type: AWS::Events::Rule
            Properties:
              Name: coderipple-checked-nightly
              ScheduleExpression: cron(0 22 ? * MON-SAT *)
              Targets:
                - Id: hello
                  Arn: !Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:coderipple-checked-hello:live
                  RoleArn: !GetAtt RuleRole.Arn
                  DeadLetterConfig: { Arn: !GetAtt Undelivered.Arn }

          Written:
            Type: AWS::Events::Rule
            Properties:
              Name: coderipple-checked-written
              EventBusName: !Ref Bus
              EventPattern: { source: [checked.test] }
              Targets:
                - Id: hello
                  Arn: !Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:coderipple-checked-hello:live
                  RoleArn: !GetAtt RuleRole.Arn
                  DeadLetterConfig: { Arn: !GetAtt Undelivered.Arn }

        """;

    private const string Infrastructure = """
        "infrastructure": {
            "tables": [{ "name": "coderipple-checked-orders", "partitionKey": "id" }],
            "rules": [
              { "name": "coderipple-checked-nightly", "schedule": "cron(0 22 ? * MON-SAT *)", "targets": ["coderipple-checked-hello"] },
              { "name": "coderipple-checked-written", "bus": "coderipple-checked", "targets": ["coderipple-checked-hello"] }
            ],
            "customEvents": [{
              "name": "an order", "bus": "coderipple-checked", "source": "checked.test", "detailType": "Order Placed", "rule": "coderipple-checked-written",
              "log": { "function": "coderipple-checked-hello" }
            }],
            "limits": { "eventSeconds": 8, "tableReadMs": 5000 }
          },
          "endToEndTests"
        """;

    [Fact]
    public async Task All_is_well_after_a_release_and_every_defect_is_found_with_its_id_and_what_to_do()
    {
        using var workload = await ShopWorkload.InstallAsync(
            running,
            "checked",
            copy =>
            {
                copy.Replace("base-stack.yaml", "Resources:\n", BaseStack);
                copy.Replace("coderipple.json", "\"endToEndTests\"", Infrastructure);
                copy.Replace(
                    "functions/hello/app.py",
                    "def handler(event, context):\n",
                    "def handler(event, context):\n    print(event.get(\"id\"))\n"
                );
            }
        );
        (await running.RunAsync("release", "--workload", workload.File, "--id", "checked-1")).MustEndWith(0);
        var well = (await running.RunAsync("check", "--application", "checked")).MustEndWith(0);
        Assert.Contains("coderipple-checked-nightly: cron(0 22 ? * MON-SAT *) runs next on", well.Output, StringComparison.Ordinal);
        var draft = await workload.DraftAsync(running);

        var known = new HashSet<string>();
        foreach (var defect in Defect.All)
        {
            await defect.PlantAsync(running.Clients, draft.Workload, CancellationToken.None);

            var check = (await running.RunAsync("check", "--application", "checked", "--json")).MustEndWith(1);

            var state = check.Answer[0]!;
            var failing = state["failing"]!.AsArray().Select(f => $"{f!["id"]} {f["component"]}").ToHashSet();
            Assert.Contains(failing.Except(known), f => f.StartsWith(defect.CheckId + " ", StringComparison.Ordinal));
            var found = state["results"]!.AsArray().First(r => (string)r!["id"]! == defect.CheckId && (string)r["verdict"]! == "failed")!;
            Assert.NotEmpty((string)found["remedy"]!);
            known = failing;
        }
    }

    [Fact]
    public async Task Where_nothing_is_live_there_is_nothing_to_check()
    {
        var run = (await running.RunAsync("check", "--application", "nobody")).MustEndWith(2);

        Assert.Contains("No release of nobody is live in development", run.Error, StringComparison.Ordinal);
    }
}
