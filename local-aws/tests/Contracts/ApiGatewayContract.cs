using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonAPIGateway))]
public sealed partial class ApiGatewayContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Uri =
        "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:f/invocations";

    private readonly AmazonAPIGatewayClient _apis = Client<AmazonAPIGatewayClient, AmazonAPIGatewayConfig>(aws, (c, o) => new(c, o));

    [Fact]
    public async Task CreateRestApi_gives_an_id_and_a_root()
    {
        var name = NewName("api");

        var api = await _apis.CreateRestApiAsync(new CreateRestApiRequest { Name = name, Description = "d" });

        Assert.Equal((name, "d"), (api.Name, api.Description));
        Assert.Equal("/", Assert.Single((await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api.Id })).Items).Path);
    }

    [Fact]
    public async Task GetRestApi_of_an_unknown_one_is_not_found()
    {
        var id = await ApiAsync();

        Assert.Equal(id, (await _apis.GetRestApiAsync(new GetRestApiRequest { RestApiId = id })).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => _apis.GetRestApiAsync(new GetRestApiRequest { RestApiId = "nobody" }));
    }

    [Fact]
    public async Task GetRestApis_has_the_new_one()
    {
        var id = await ApiAsync();

        Assert.Contains(id, (await _apis.GetRestApisAsync(new GetRestApisRequest { Limit = 500 })).Items.Select(api => api.Id));
    }

    [Fact]
    public async Task CreateResource_hangs_below_its_parent()
    {
        var (api, resource) = await ResourceAsync();

        var found = (await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api })).Items.Single(item => item.Id == resource);
        Assert.Equal(("/webhook", "webhook"), (found.Path, found.PathPart));
    }

    [Fact]
    public async Task GetResources_can_hold_methods()
    {
        var (api, resource) = await IntegrationAsync();

        var items = (await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api, Embed = ["methods"] })).Items;

        Assert.Contains("POST", items.Single(item => item.Id == resource).ResourceMethods.Keys);
    }

    [Fact]
    public async Task PutMethod_answers_the_method()
    {
        var (api, resource) = await ResourceAsync();

        var method = await _apis.PutMethodAsync(
            new PutMethodRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                AuthorizationType = "NONE",
                ApiKeyRequired = false,
            }
        );

        Assert.Equal(("POST", "NONE", false), (method.HttpMethod, method.AuthorizationType, method.ApiKeyRequired));
    }

    [Fact]
    public async Task PutIntegration_needs_its_method()
    {
        var (api, resource) = await ResourceAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => PutIntegrationAsync(api, resource));
    }

    [Fact]
    public async Task GetIntegration_returns_type_and_address()
    {
        var (api, resource) = await IntegrationAsync();

        var integration = await _apis.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
            }
        );

        Assert.Equal((IntegrationType.AWS_PROXY, Uri, "POST"), (integration.Type, integration.Uri, integration.HttpMethod));
    }

    [Fact]
    public async Task DeleteIntegration_leaves_the_method_without_one()
    {
        var (api, resource) = await IntegrationAsync();

        await _apis.DeleteIntegrationAsync(
            new DeleteIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
            }
        );

        await Assert.ThrowsAsync<NotFoundException>(() => ReadIntegrationAsync(api, resource));
    }

    [Fact]
    public async Task PutIntegrationResponse_is_reported_with_its_integration()
    {
        var (api, resource) = await IntegrationAsync();

        await PutResponseAsync(api, resource, "503");

        var response = (await ReadIntegrationAsync(api, resource)).IntegrationResponses["503"];
        Assert.Equal(("5..", "{}"), (response.SelectionPattern, response.ResponseTemplates["application/json"]));
    }

    [Fact]
    public async Task DeleteIntegrationResponse_takes_one_away()
    {
        var (api, resource) = await IntegrationAsync();
        await PutResponseAsync(api, resource, "503");
        await PutResponseAsync(api, resource, "200");

        await _apis.DeleteIntegrationResponseAsync(
            new DeleteIntegrationResponseRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                StatusCode = "503",
            }
        );

        Assert.Equal(["200"], (await ReadIntegrationAsync(api, resource)).IntegrationResponses.Keys);
    }

    [Fact]
    public async Task UpdateIntegration_replaces_the_address()
    {
        var (api, resource) = await IntegrationAsync();
        var other = Uri.Replace("function:f", "function:f:live", StringComparison.Ordinal);

        var updated = await _apis.UpdateIntegrationAsync(
            new UpdateIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                PatchOperations =
                [
                    new PatchOperation
                    {
                        Op = Op.Replace,
                        Path = "/uri",
                        Value = other,
                    },
                ],
            }
        );

        Assert.Equal(other, updated.Uri);
    }

    private async Task<string> ApiAsync() => (await _apis.CreateRestApiAsync(new CreateRestApiRequest { Name = NewName("api") })).Id;

    private async Task<(string Api, string Resource)> ResourceAsync()
    {
        var api = await ApiAsync();
        var root = (await _apis.GetResourcesAsync(new GetResourcesRequest { RestApiId = api })).Items.Single().Id;
        var made = await _apis.CreateResourceAsync(
            new CreateResourceRequest
            {
                RestApiId = api,
                ParentId = root,
                PathPart = "webhook",
            }
        );
        return (api, made.Id);
    }

    private async Task<(string Api, string Resource)> IntegrationAsync()
    {
        var (api, resource) = await ResourceAsync();
        await _apis.PutMethodAsync(
            new PutMethodRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                AuthorizationType = "NONE",
            }
        );
        await PutIntegrationAsync(api, resource);
        return (api, resource);
    }

    private Task<PutIntegrationResponse> PutIntegrationAsync(string api, string resource) =>
        _apis.PutIntegrationAsync(
            new PutIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                IntegrationHttpMethod = "POST",
                Type = IntegrationType.AWS_PROXY,
                Uri = Uri,
            }
        );

    private Task<GetIntegrationResponse> ReadIntegrationAsync(string api, string resource) =>
        _apis.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
            }
        );

    private Task<PutIntegrationResponseResponse> PutResponseAsync(string api, string resource, string status) =>
        _apis.PutIntegrationResponseAsync(
            new PutIntegrationResponseRequest
            {
                RestApiId = api,
                ResourceId = resource,
                HttpMethod = "POST",
                StatusCode = status,
                SelectionPattern = "5..",
                ResponseTemplates = new() { ["application/json"] = "{}" },
            }
        );
}
