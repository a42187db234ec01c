using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonApiGatewayV2))]
public sealed class ApiGatewayV2Contract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:f";

    private readonly AmazonApiGatewayV2Client _apis = Client<AmazonApiGatewayV2Client, AmazonApiGatewayV2Config>(aws, (c, o) => new(c, o));

    [Fact]
    public async Task CreateApi_gives_an_id() => Assert.NotEmpty(await ApiAsync());

    [Fact]
    public async Task GetApis_has_the_new_one()
    {
        var id = await ApiAsync();

        var found = (await _apis.GetApisAsync(new GetApisRequest())).Items.Single(api => api.ApiId == id);

        Assert.Equal(ProtocolType.HTTP, found.ProtocolType);
    }

    [Fact]
    public async Task CreateIntegration_takes_a_function()
    {
        var created = await IntegrateAsync(await ApiAsync());

        Assert.Equal(Function, created.IntegrationUri);
    }

    [Fact]
    public async Task GetIntegrations_has_each()
    {
        var api = await ApiAsync();
        await IntegrateAsync(api);

        var found = (await _apis.GetIntegrationsAsync(new GetIntegrationsRequest { ApiId = api })).Items;

        Assert.Equal([Function], found.Select(integration => integration.IntegrationUri));
    }

    [Fact]
    public async Task CreateAuthorizer_takes_a_function()
    {
        var created = await GuardAsync(await ApiAsync());

        Assert.Equal("guard", created.Name);
    }

    [Fact]
    public async Task GetAuthorizers_has_each()
    {
        var api = await ApiAsync();
        await GuardAsync(api);

        var found = (await _apis.GetAuthorizersAsync(new GetAuthorizersRequest { ApiId = api })).Items;

        Assert.Equal([Function], found.Select(authorizer => authorizer.AuthorizerUri));
    }

    [Fact]
    public async Task CreateStage_takes_variables()
    {
        var created = await StageAsync(await ApiAsync());

        Assert.Equal("7", created.StageVariables["version"]);
    }

    [Fact]
    public async Task GetStages_has_each()
    {
        var api = await ApiAsync();
        await StageAsync(api);

        var found = (await _apis.GetStagesAsync(new GetStagesRequest { ApiId = api })).Items;

        Assert.Equal([("live", "7")], found.Select(stage => (stage.StageName, stage.StageVariables["version"])));
    }

    private async Task<string> ApiAsync() =>
        (await _apis.CreateApiAsync(new CreateApiRequest { Name = NewName("api"), ProtocolType = ProtocolType.HTTP })).ApiId;

    private Task<CreateIntegrationResponse> IntegrateAsync(string api) =>
        _apis.CreateIntegrationAsync(
            new CreateIntegrationRequest
            {
                ApiId = api,
                IntegrationType = IntegrationType.AWS_PROXY,
                IntegrationUri = Function,
                PayloadFormatVersion = "2.0",
            }
        );

    private Task<CreateAuthorizerResponse> GuardAsync(string api) =>
        _apis.CreateAuthorizerAsync(
            new CreateAuthorizerRequest
            {
                ApiId = api,
                Name = "guard",
                AuthorizerType = AuthorizerType.REQUEST,
                AuthorizerUri = Function,
                AuthorizerPayloadFormatVersion = "2.0",
                IdentitySource = ["$request.header.Authorization"],
            }
        );

    private Task<CreateStageResponse> StageAsync(string api) =>
        _apis.CreateStageAsync(
            new CreateStageRequest
            {
                ApiId = api,
                StageName = "live",
                StageVariables = new() { ["version"] = "7" },
            }
        );
}
