using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>A REST API with POST /webhook, not yet deployed.</summary>
internal sealed record TestApi(string Id, string ResourceId)
{
    public static string Uri(string function) =>
        $"arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:{function}/invocations";

    public static async Task<TestApi> CreateAsync(AwsClients aws)
    {
        var id = (await aws.ApiGateway.CreateRestApiAsync(new CreateRestApiRequest { Name = TestFunctions.NewName("api") })).Id;
        var root = (await aws.ApiGateway.GetResourcesAsync(new GetResourcesRequest { RestApiId = id })).Items.Single().Id;
        var resource = (
            await aws.ApiGateway.CreateResourceAsync(
                new CreateResourceRequest
                {
                    RestApiId = id,
                    ParentId = root,
                    PathPart = "webhook",
                }
            )
        ).Id;
        await aws.ApiGateway.PutMethodAsync(
            new PutMethodRequest
            {
                RestApiId = id,
                ResourceId = resource,
                HttpMethod = "POST",
                AuthorizationType = "NONE",
            }
        );
        await aws.ApiGateway.PutIntegrationAsync(
            new PutIntegrationRequest
            {
                RestApiId = id,
                ResourceId = resource,
                HttpMethod = "POST",
                Type = IntegrationType.AWS_PROXY,
                IntegrationHttpMethod = "POST",
                Uri = Uri("webhook"),
            }
        );
        return new TestApi(id, resource);
    }
}
