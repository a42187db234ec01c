using System.Diagnostics;
using System.Globalization;
using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.S3.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

public sealed class LocalAwsHostSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task A_table_can_be_written_and_read()
    {
        using var aws = AwsClients.Of(fixture.Host);
        var table = LocalAwsFixture.NewName("table");
        await CreateTableAsync(aws, table);
        await aws.DynamoDb.PutItemAsync(
            table,
            new()
            {
                ["pk"] = new AttributeValue("a"),
                ["n"] = new AttributeValue { N = "1" },
            }
        );
        var item = await aws.DynamoDb.GetItemAsync(table, new() { ["pk"] = new AttributeValue("a") });
        Assert.Equal("1", item.Item["n"].N);
    }

    [Fact]
    public async Task An_object_can_be_written_and_read()
    {
        using var aws = AwsClients.Of(fixture.Host);
        var bucket = LocalAwsFixture.NewName("bucket");
        await aws.S3.PutBucketAsync(
            new PutBucketRequest
            {
                BucketName = bucket,
                PutBucketConfiguration = new() { LocationConstraint = AwsClients.Region },
            }
        );
        await aws.S3.PutObjectAsync(
            new()
            {
                BucketName = bucket,
                Key = "a b/ü+%.txt",
                ContentBody = "hello",
            }
        );
        using var answer = await aws.S3.GetObjectAsync(bucket, "a b/ü+%.txt");
        using var reader = new StreamReader(answer.ResponseStream);
        Assert.Equal("hello", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_state_machine_calls_back_through_the_gateway()
    {
        using var aws = AwsClients.Of(fixture.Host);
        var table = LocalAwsFixture.NewName("table");
        await CreateTableAsync(aws, table);
        var definition = $$"""
            {"StartAt":"Put","States":{"Put":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem",
            "Parameters":{"TableName":"{{table}}","Item":{"pk":{"S.$":"$.key"} } },"ResultPath":null,"End":true} } }
            """;
        Assert.Equal("SUCCEEDED", await Executions.RunAsync(aws, definition, """{"key":"from-states"}"""));
        var item = await aws.DynamoDb.GetItemAsync(table, new() { ["pk"] = new AttributeValue("from-states") });
        Assert.Single(item.Item);
        Assert.Contains(fixture.Host.Calls.Snapshot(), call => call is { Service: "dynamodb", Operation: "PutItem", Status: 200 });
    }

    [Fact]
    public async Task A_fault_reaches_an_SDK_as_the_error_it_is()
    {
        await using var host = await LocalAwsHost.StartAsync(new LocalAwsOptions());
        using var aws = AwsClients.Of(host);
        await CreateTableAsync(aws, "t");
        host.Faults.Add(
            new Fault
            {
                Service = "dynamodb",
                Operation = "PutItem",
                Kind = FaultKind.Throttle,
            }
        );
        var item = new Dictionary<string, AttributeValue> { ["pk"] = new("a") };
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => aws.DynamoDb.PutItemAsync("t", item));
        await aws.DynamoDb.PutItemAsync("t", item);
    }

    [Fact]
    public async Task Two_of_them_know_nothing_of_each_other()
    {
        await using var other = await LocalAwsHost.StartAsync(new LocalAwsOptions { Region = "eu-central-1" });
        using var here = AwsClients.Of(fixture.Host);
        using var there = AwsClients.Of(other);
        var table = LocalAwsFixture.NewName("table");
        await CreateTableAsync(here, table);
        Assert.DoesNotContain(table, (await there.DynamoDb.ListTablesAsync()).TableNames ?? []);
        Assert.Equal("eu-central-1", other.Environment["AWS_REGION"]);
        Assert.NotEqual(fixture.Host.Endpoint.Port, other.Endpoint.Port);
    }

    [Fact]
    public async Task Nothing_survives_its_disposal()
    {
        var host = await LocalAwsHost.StartAsync(new LocalAwsOptions());
        Assert.NotEmpty(Leftovers.Processes(host.Id));
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        await Leftovers.AssertNoneAsync(host.Id, host.Endpoint);
    }

    [Fact]
    public async Task Nothing_survives_when_its_holder_is_killed()
    {
        using var holder = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(Holder).Assembly.Location])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var words = (await holder.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)))!.Split(' ');
        Assert.NotEmpty(Leftovers.Processes(words[0]));
        holder.Kill();
        await Leftovers.AssertNoneAsync(words[0], new Uri(words[1]));
    }

    [Fact]
    public async Task When_moto_dies_every_call_says_so()
    {
        await using var host = await LocalAwsHost.StartAsync(new LocalAwsOptions());
        using var aws = AwsClients.Of(host);
        using var launcher = Process.GetProcessById(Leftovers.Processes(host.Id).Min());
        launcher.Kill();
        await launcher.WaitForExitAsync();
        var answer = await aws.AwsJsonAsync("dynamodb", "DynamoDB_20120810.ListTables", new { });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("moto", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_so_and_nothing_is_left()
    {
        var error = await Assert.ThrowsAsync<IOException>(() =>
            LocalAwsHost.StartAsync(new LocalAwsOptions { Port = fixture.Host.Endpoint.Port })
        );
        Assert.Contains(fixture.Host.Endpoint.Port.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_of_a_child_leads_here_and_nowhere_else()
    {
        var environment = new Dictionary<string, string?>
        {
            ["PATH"] = "/bin",
            ["AWS_PROFILE"] = "production",
            ["AWS_SESSION_TOKEN"] = "real",
            ["AWS_ENDPOINT_URL_S3"] = "https://elsewhere",
            ["AWS_ACCESS_KEY_ID"] = "real",
        };
        fixture.Host.ApplyTo(environment);
        Assert.Equal("/bin", environment["PATH"]);
        Assert.Equal(fixture.Host.Endpoint.GetLeftPart(UriPartial.Authority), environment["AWS_ENDPOINT_URL"]);
        Assert.Equal(
            ("us-west-2", "us-west-2", "local"),
            (environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"], environment["AWS_ACCESS_KEY_ID"])
        );
        Assert.DoesNotContain(environment.Keys, name => name is "AWS_PROFILE" or "AWS_SESSION_TOKEN" or "AWS_ENDPOINT_URL_S3");
    }

    private static Task CreateTableAsync(AwsClients aws, string name) =>
        aws.DynamoDb.CreateTableAsync(
            new CreateTableRequest(name, [new KeySchemaElement("pk", "HASH")], [new AttributeDefinition("pk", "S")], null)
            {
                BillingMode = "PAY_PER_REQUEST",
            }
        );
}
