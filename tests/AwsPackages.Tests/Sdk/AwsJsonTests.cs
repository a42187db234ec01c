using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

public class AwsJsonTests : SdkSpecs
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, 250, DateTimeKind.Utc);

    [Fact]
    public async Task Step_Functions_speaks_json_1_0_in_camel_case()
    {
        Aws.Answers(200, """{"executionArn":"arn:x","startDate":1767355200.25}""", ("x-amzn-RequestId", "r-1"));

        var answer = await StepFunctions.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = "arn:m",
                Name = "n",
                Input = "{\"ü\":1}",
            }
        );

        Assert.Equal("POST", Aws.Request.Method);
        Assert.Equal("/", Aws.Request.Target);
        Assert.Equal("AWSStepFunctions.StartExecution", Aws.Request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", Aws.Request.Headers["Content-Type"]);
        using var body = System.Text.Json.JsonDocument.Parse(Aws.Request.Bytes);
        Assert.Equal(["input", "name", "stateMachineArn"], body.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("{\"ü\":1}", body.RootElement.GetProperty("input").GetString());
        Assert.Equal("arn:x", answer.ExecutionArn);
        Assert.Equal(Noon, answer.StartDate);
        Assert.Equal(DateTimeKind.Utc, answer.StartDate!.Value.Kind);
        Assert.Equal("r-1", answer.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Fact]
    public async Task The_history_keeps_each_kind_of_detail()
    {
        Aws.Answers(
            200,
            """
            {"events":[
              {"id":1,"previousEventId":0,"timestamp":1767355200,"type":"ExecutionStarted","executionStartedEventDetails":{"input":"{}","roleArn":"r"}},
              {"id":9,"previousEventId":8,"timestamp":1767355201,"type":"TaskFailed","taskFailedEventDetails":{"error":"Boom","cause":"c","resource":"invoke","resourceType":"lambda"}},
              {"id":12,"timestamp":1767355202,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":2}}],
             "nextToken":"more"}
            """
        );

        var answer = await StepFunctions.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest
            {
                ExecutionArn = "arn:x",
                MaxResults = 3,
                ReverseOrder = true,
            }
        );

        Assert.Equal("""{"executionArn":"arn:x","maxResults":3,"reverseOrder":true}""", Aws.Request.Body);
        Assert.Equal(
            [HistoryEventType.ExecutionStarted, HistoryEventType.TaskFailed, HistoryEventType.MapIterationStarted],
            answer.Events.Select(e => e.Type)
        );
        Assert.Equal("Boom", answer.Events[1].TaskFailedEventDetails.Error);
        Assert.Equal(8, answer.Events[1].PreviousEventId);
        Assert.Equal(2, answer.Events[2].MapIterationStartedEventDetails.Index);
        Assert.Null(answer.Events[2].PreviousEventId);
        Assert.Equal("more", answer.NextToken);
    }

    [Fact]
    public async Task EventBridge_speaks_json_1_1_in_pascal_case()
    {
        Aws.Answers(200, """{"FailedEntryCount":1,"Entries":[{"ErrorCode":"InternalFailure"}]}""");
        using var client = new AmazonEventBridgeClient(FakeAws.Credentials, Aws.Configure(new AmazonEventBridgeConfig()));

        var answer = await client.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new PutEventsRequestEntry
                    {
                        Source = "s",
                        DetailType = "t",
                        Detail = "{}",
                        Time = Noon,
                        Resources = ["r"],
                    },
                ],
            }
        );

        Assert.Equal("AWSEvents.PutEvents", Aws.Request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", Aws.Request.Headers["Content-Type"]);
        Assert.Equal(
            """{"Entries":[{"Detail":"{}","DetailType":"t","Resources":["r"],"Source":"s","Time":1767355200.25}]}""",
            Aws.Request.Body
        );
        Assert.Equal(1, answer.FailedEntryCount);
        Assert.Equal("InternalFailure", Assert.Single(answer.Entries).ErrorCode);
    }

    [Fact]
    public async Task CloudWatch_Logs_counts_milliseconds_where_callers_see_dates()
    {
        Aws.Answers(200, """{"events":[{"timestamp":1767355200250,"ingestionTime":1767355200251,"message":"m"}]}""");
        using var client = new AmazonCloudWatchLogsClient(FakeAws.Credentials, Aws.Configure(new AmazonCloudWatchLogsConfig()));

        var answer = await client.GetLogEventsAsync(
            new GetLogEventsRequest
            {
                LogGroupName = "g",
                LogStreamName = "s",
                StartTime = Noon,
            }
        );

        Assert.Equal("Logs_20140328.GetLogEvents", Aws.Request.Headers["X-Amz-Target"]);
        Assert.Equal("""{"logGroupName":"g","logStreamName":"s","startTime":1767355200250}""", Aws.Request.Body);
        Assert.Equal(Noon, Assert.Single(answer.Events).Timestamp);
    }

    [Fact]
    public async Task CloudWatch_sends_lists_of_structures_and_reads_lists_of_numbers_and_dates()
    {
        Aws.Answers(200, """{"MetricDataResults":[{"Id":"e","StatusCode":"Complete","Timestamps":[1767355200.25],"Values":[1,2.5]}]}""");
        using var client = new AmazonCloudWatchClient(FakeAws.Credentials, Aws.Configure(new AmazonCloudWatchConfig()));

        var answer = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = Noon,
                EndTime = Noon.AddMinutes(5),
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "e",
                        ReturnData = true,
                        MetricStat = new MetricStat
                        {
                            Period = 60,
                            Stat = "Sum",
                            Metric = new Metric
                            {
                                Namespace = "AWS/Lambda",
                                MetricName = "Errors",
                                Dimensions = [new Dimension { Name = "FunctionName", Value = "orders" }],
                            },
                        },
                    },
                ],
            }
        );

        Assert.Equal("GraniteServiceVersion20100801.GetMetricData", Aws.Request.Headers["X-Amz-Target"]);
        Assert.Equal(
            """{"EndTime":1767355500.25,"MetricDataQueries":[{"Id":"e","MetricStat":{"Metric":{"Dimensions":[{"Name":"FunctionName","Value":"orders"}],"MetricName":"Errors","Namespace":"AWS/Lambda"},"Period":60,"Stat":"Sum"},"ReturnData":true}],"StartTime":1767355200.25}""",
            Aws.Request.Body
        );
        var result = Assert.Single(answer.MetricDataResults);
        Assert.Equal(StatusCode.Complete, result.StatusCode);
        Assert.Equal([1, 2.5], result.Values);
        Assert.Equal([Noon], result.Timestamps);
    }

    [Fact]
    public async Task An_empty_answer_is_fine()
    {
        Aws.Answers(200, "");
        using var client = new AmazonEventBridgeClient(FakeAws.Credentials, Aws.Configure(new AmazonEventBridgeConfig()));

        var deleted = await client.DeleteRuleAsync(new DeleteRuleRequest { Name = "r" });

        Assert.Equal("AWSEvents.DeleteRule", Aws.Request.Headers["X-Amz-Target"]);
        Assert.Equal("""{"Name":"r"}""", Aws.Request.Body);
        Assert.Equal(System.Net.HttpStatusCode.OK, deleted.HttpStatusCode);
    }
}
