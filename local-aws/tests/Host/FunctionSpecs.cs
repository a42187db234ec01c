using System.Text;
using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;
using CodeRipple.Workflow.LocalAws.Tests.Lambda;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>Functions as a user of the SDK meets them: created, invoked, watched.</summary>
public sealed class FunctionSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const int Deadline = 120_000;

    private const string Source = """
        import boto3, os, greeting
        def handler(event, context):
            print('hello from the function')
            boto3.client('s3').put_object(Bucket=event['bucket'], Key='made', Body=greeting.TEXT)
            return {'version': os.environ['AWS_LAMBDA_FUNCTION_VERSION'], 'greeting': greeting.TEXT}
        """;

    [Fact(Timeout = Deadline)]
    public async Task A_function_runs_with_its_layer_calls_a_service_and_leaves_logs_and_metrics()
    {
        using var aws = AwsClients.Of(fixture.Host);
        var bucket = LocalAwsFixture.NewName("bucket");
        await aws.S3.PutBucketAsync(
            new Amazon.S3.Model.PutBucketRequest
            {
                BucketName = bucket,
                PutBucketConfiguration = new() { LocationConstraint = AwsClients.Region },
            }
        );
        var layer = await aws.Lambda.PublishLayerVersionAsync(
            new PublishLayerVersionRequest
            {
                LayerName = LocalAwsFixture.NewName("layer"),
                Content = new LayerVersionContentInput
                {
                    ZipFile = new MemoryStream(Packages.Of(("python/greeting.py", "TEXT = 'from the layer'"))),
                },
            }
        );
        var name = await CreateAsync(aws, Source, layer.LayerVersionArn);

        var reply = await aws.Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = name,
                Qualifier = "live",
                LogType = LogType.Tail,
                Payload = new JsonObject { ["bucket"] = bucket }.ToJsonString(),
            }
        );
        await fixture.Host.FlushAsync();

        Assert.True(reply.FunctionError is null, Encoding.UTF8.GetString(reply.Payload.ToArray()));
        Assert.Equal("1", reply.ExecutedVersion);
        Assert.Equal("from the layer", (string?)JsonNode.Parse(reply.Payload)!["greeting"]);
        Assert.Contains(
            "hello from the function",
            Encoding.UTF8.GetString(Convert.FromBase64String(reply.LogResult)),
            StringComparison.Ordinal
        );
        Assert.Contains(fixture.Host.Calls.Snapshot(), call => call is { Service: "s3", Operation: "PutObject", Status: 200 });
        Assert.Equal(1, await InvocationsAsync(aws, name, ("FunctionName", name), ("Resource", name + ":live")));
        // Only an alias with weights says which version answered.
        Assert.Equal(0, await InvocationsAsync(aws, name, ("FunctionName", name), ("Resource", name + ":live"), ("ExecutedVersion", "1")));
        var events = await aws.Logs.FilterLogEventsAsync(new() { LogGroupName = "/aws/lambda/" + name });
        Assert.Contains(events.Events, line => line.Message == "hello from the function");
    }

    [Fact(Timeout = Deadline)]
    public async Task A_state_machine_gets_the_functions_error_by_its_name()
    {
        using var aws = AwsClients.Of(fixture.Host);
        var name = await CreateAsync(aws, "class OutOfStock(Exception): pass\ndef handler(event, context): raise OutOfStock('none left')");
        var definition = $$"""
            {"StartAt":"Order","States":{"Order":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"{{name}}:live","Payload":{} },"End":true,
            "Catch":[{"ErrorEquals":["OutOfStock"],"Next":"Sorry"}]},"Sorry":{"Type":"Succeed"} } }
            """;

        Assert.Equal("SUCCEEDED", await Executions.RunAsync(aws, definition, "{}"));
    }

    private static async Task<string> CreateAsync(AwsClients aws, string source, params string[] layers)
    {
        var name = LocalAwsFixture.NewName("function");
        await aws.Lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = name,
                Runtime = Runtime.Python313,
                Handler = "app.handler",
                Timeout = 60,
                Role = await TestFunctions.RoleAsync(aws),
                Layers = [.. layers],
                Code = new FunctionCode { ZipFile = new MemoryStream(Packages.Of(("app.py", source))) },
            }
        );
        await aws.SettleAsync(name);
        var version = (await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name })).Version;
        await aws.SettleAsync(name, version);
        await aws.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = version,
            }
        );
        return name;
    }

    private static async Task<double> InvocationsAsync(AwsClients aws, string name, params (string Name, string Value)[] dimensions)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var points = await aws.CloudWatch.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "AWS/Lambda",
                MetricName = "Invocations",
                Dimensions = [.. dimensions.Select(dimension => new Dimension { Name = dimension.Name, Value = dimension.Value })],
                StartTime = now.AddMinutes(-10),
                EndTime = now.AddMinutes(10),
                Period = 60,
                Statistics = ["Sum"],
            }
        );
        return points.Datapoints.Sum(point => point.Sum ?? 0);
    }
}
