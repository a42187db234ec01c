using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.Rehearsal.FaultyCode;
using Xunit.Abstractions;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>A large application: the checks stay within AWS's rates, and end. docs/infrastructure-checks.md has the figures.</summary>
[Collection(Machines.Checks)]
public sealed class CheckBudgetSpecs(RunningMachine running, ITestOutputHelper output)
{
    private const int Functions = 100,
        Tables = 20,
        Rules = 50;
    private static readonly DateTimeOffset Released = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_hundred_functions_twenty_tables_and_fifty_rules_are_checked_within_the_call_budget()
    {
        var role = await RoleAsync();
        await UntilAssumableAsync(() => FunctionAsync(1, role));
        await Parallel.ForEachAsync(
            Enumerable.Range(2, Functions - 1),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, _) => await FunctionAsync(i, role)
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Tables),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, _) => await TableAsync(i)
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Rules),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, _) => await RuleAsync(i)
        );
        await RegisterAsync(Request(role));
        running.Host.Calls.Clear();
        var started = TimeProvider.System.GetTimestamp();

        var check = await running.RunAsync("check", "--application", "bulk", "--json");

        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var calls = running
            .Host.Calls.Snapshot()
            .Where(c => c.Caller?.EndsWith("-CheckInfrastructure", StringComparison.Ordinal) == true)
            .ToList();
        var state = check.Answer[0]!.Deserialize(ContractsJson.Default.HealthState)!;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0} s, {calls.Count} calls, {state.Results.Count} results")
        );
        foreach (var operation in calls.GroupBy(c => $"{c.Service}:{c.Operation}").OrderByDescending(g => g.Count()))
            output.WriteLine($"{operation.Key, -40} {operation.Count(), 5}, at most {Peak(operation)} in a second");

        Assert.Equal(
            (Functions, Tables, Rules),
            (Count(state, CheckCatalog.FunctionActive), Count(state, CheckCatalog.TableAccessible), Count(state, CheckCatalog.RuleEnabled))
        );
        // No release has made alarms, and logs arrive a moment after the first invocation.
        Assert.All(
            state.Results.Where(r =>
                r.Verdict == CheckVerdict.Failed && r.Id is not ("function.alarms" or "function.log-group" or "monitoring.functions")
            ),
            r => Assert.Fail(r.ToLine())
        );
        AssertWithin(100, calls.Where(c => c.Operation == "GetFunction"));
        AssertWithin(15, calls.Where(c => c is { Operation: "GetPolicy", Service: "lambda" }));
        // Every other call to Lambda shares fifteen a second with the rest of the account; the checks make none, but invocations.
        Assert.DoesNotContain(calls, c => c.Service == "lambda" && c.Operation is not ("GetFunction" or "GetPolicy" or "Invoke"));
    }

    private static int Count(HealthState state, CheckDefinition check) => state.Results.Count(r => r.Id == check.Id);

    // On a busy machine calls that left at their distances arrive in a bunch; over some seconds the rate is the sender's own.
    private static void AssertWithin(int callsPerSecond, IEnumerable<RecordedCall> calls)
    {
        const int Seconds = 3;
        Assert.InRange(Peak(calls, Seconds), 1, callsPerSecond * Seconds);
    }

    private static int Peak(IEnumerable<RecordedCall> calls, int seconds = 1)
    {
        var times = calls.Select(c => c.At).Order().ToList();
        return times.Count == 0 ? 0 : times.Max(t => times.Count(other => other >= t && other < t + TimeSpan.FromSeconds(seconds)));
    }

    private async Task<string> RoleAsync() =>
        (
            await running.Clients.Iam.CreateRoleAsync(
                new Amazon.IdentityManagement.Model.CreateRoleRequest
                {
                    RoleName = "coderipple-bulk",
                    AssumeRolePolicyDocument =
                        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
                }
            )
        )
            .Role
            .Arn;

    /// <summary>Lambda does not know a new role at once.</summary>
    private static async Task UntilAssumableAsync(Func<Task> create)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                await create();
                return;
            }
            catch (InvalidParameterValueException e) when (e.Message.Contains("cannot be assumed", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, deadline.Token);
            }
        }
    }

    private async Task FunctionAsync(int number, string role)
    {
        var name = $"coderipple-bulk-{number}";
        using var zip = new MemoryStream(ZipEdit.Only("index.py", "def handler(event, context):\n    return {'ok': True}\n"u8.ToArray()));
        await running.Clients.Lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = name,
                Runtime = "python3.13",
                Handler = "index.handler",
                Role = role,
                Timeout = 30,
                Publish = true,
                Code = new FunctionCode { ZipFile = zip },
            }
        );
        await running.Clients.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
            }
        );
    }

    private Task TableAsync(int number) =>
        running.Clients.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = $"coderipple-bulk-{number}",
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("id", ScalarAttributeType.S)],
                KeySchema = [new("id", KeyType.HASH)],
            }
        );

    private async Task RuleAsync(int number)
    {
        var name = $"coderipple-bulk-{number}";
        await running.Clients.EventBridge.PutRuleAsync(new PutRuleRequest { Name = name, ScheduleExpression = "cron(0 22 ? * MON-SAT *)" });
        await running.Clients.EventBridge.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = name,
                Targets =
                [
                    new()
                    {
                        Id = "1",
                        Arn = $"arn:aws:lambda:{running.Clients.Region}:123456789012:function:coderipple-bulk-{number}:live",
                    },
                ],
            }
        );
        await running.Clients.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = name,
                Qualifier = "live",
                StatementId = "rule",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
                SourceArn = $"arn:aws:events:{running.Clients.Region}:123456789012:rule/{name}",
            }
        );
    }

    private static ReleaseRequest Request(string role) =>
        new()
        {
            Id = "bulk-1",
            Application = "bulk",
            Environment = "development",
            Functions =
            [
                .. Enumerable
                    .Range(1, Functions)
                    .Select(i => new FunctionRequest
                    {
                        Name = $"coderipple-bulk-{i}",
                        Artifact = new Artifact { Sha256 = new string('a', 64), Size = 1 },
                        Runtime = "python3.13",
                        Handler = "index.handler",
                        Role = role,
                        Timeout = 30,
                        SmokeTests =
                        [
                            new SmokeTest
                            {
                                Name = "ok",
                                Event = new JsonObject(),
                                Expect = new JsonObject { ["ok"] = true },
                            },
                        ],
                    }),
            ],
            Infrastructure = new Infrastructure
            {
                Tables =
                [
                    .. Enumerable
                        .Range(1, Tables)
                        .Select(i => new TableExpectation
                        {
                            Name = $"coderipple-bulk-{i}",
                            PartitionKey = "id",
                            Encryption = "any",
                            PointInTimeRecovery = false,
                            DeletionProtection = false,
                        }),
                ],
                Rules =
                [
                    .. Enumerable
                        .Range(1, Rules)
                        .Select(i => new RuleExpectation
                        {
                            Name = $"coderipple-bulk-{i}",
                            Schedule = "cron(0 22 ? * MON-SAT *)",
                            Targets = [$"coderipple-bulk-{i}"],
                            DeadLetters = false,
                        }),
                ],
                Limits = new CheckLimits { TableReadMs = 10_000 },
            },
        };

    /// <summary>Writes down what a release of all this would have left.</summary>
    private async Task RegisterAsync(ReleaseRequest request)
    {
        var planUri = $"s3://{running.Machine.Bucket}/plans/development/bulk/bulk-1.json";
        var release = new ReleaseReference
        {
            Id = "bulk-1",
            Application = "bulk",
            Environment = "development",
            PlanUri = planUri,
            ExecutionArn = "arn:execution",
        };
        var plan = new ReleasePlan
        {
            Release = release,
            Request = request,
            StartedAt = Released,
        };
        await new ArtifactUploads(running.Clients.S3, running.Machine.Bucket).PutAsync(
            "plans/development/bulk/bulk-1.json",
            JsonSerializer.SerializeToUtf8Bytes(plan, ContractsJson.Default.ReleasePlan),
            CancellationToken.None
        );
        var record = new ReleaseRecord
        {
            Id = "bulk-1",
            Application = "bulk",
            Environment = "development",
            Status = ReleaseStatus.Succeeded,
            ExecutionArn = "arn:execution",
            StartedAt = Released,
            PlanUri = planUri,
        };
        await PutAsync(LedgerKeys.Application("bulk", "development"), LedgerKeys.Current, record, ContractsJson.Default.ReleaseRecord);
    }

    private Task PutAsync<T>(string pk, string sk, T document, JsonTypeInfo<T> type) =>
        running.Clients.DynamoDb.PutItemAsync(
            new PutItemRequest
            {
                TableName = running.Machine.Table,
                Item = new()
                {
                    ["pk"] = new(pk),
                    ["sk"] = new(sk),
                    ["document"] = new(JsonSerializer.Serialize(document, type)),
                },
            }
        );
}
