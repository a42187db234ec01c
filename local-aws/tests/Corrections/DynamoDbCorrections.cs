using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class DynamoDbCorrections
{
    [Correction("UpdateTable changes the encryption")]
    public static async Task Encryption(AwsClients aws)
    {
        var table = await TableAsync(aws);
        await aws.DynamoDb.UpdateTableAsync(
            new UpdateTableRequest
            {
                TableName = table,
                SSESpecification = new SSESpecification { Enabled = true, SSEType = SSEType.KMS },
            }
        );
        var described = (await aws.DynamoDb.DescribeTableAsync(table)).Table;
        Assert.Equal(("ENABLED", "KMS"), (described.SSEDescription?.Status?.Value, described.SSEDescription?.SSEType?.Value));
    }

    public static async Task<string> TableAsync(AwsClients aws)
    {
        var table = TestFunctions.NewName("t");
        await aws.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
                KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
            }
        );
        return table;
    }
}
