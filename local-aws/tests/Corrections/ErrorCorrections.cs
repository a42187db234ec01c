namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class ErrorCorrections
{
    [Correction("What the local AWS does not have is a 501 that SDKs do not repeat")]
    public static async Task Unimplemented(AwsClients aws)
    {
        var answer = await aws.AwsJsonAsync("dynamodb", "DynamoDB_20120810.DescribeKinesisStreamingDestination", new { TableName = "t" });
        Assert.Equal((501, "NotImplemented"), ((int)answer.Status, (string?)answer.Json["__type"]));
    }

    [Correction("A request without a required parameter is a 400")]
    public static async Task Missing_parameter(AwsClients aws)
    {
        var answer = await aws.AwsJsonAsync("dynamodb", "DynamoDB_20120810.GetItem", new { });
        Assert.Equal((400, "ValidationException"), ((int)answer.Status, (string?)answer.Json["__type"]));
    }

    [Correction("A body that is no JSON is a 400")]
    public static async Task Bad_json(AwsClients aws)
    {
        var answer = await aws.SendAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", new StringContent("{no json"));
        Assert.Equal((400, "SerializationException"), ((int)answer.Status, (string?)answer.Json["__type"]));
    }
}
