using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>HTTP APIs in memory.</summary>
internal sealed class FakeHttpApis
{
    private readonly List<Api> _apis = [];
    private readonly List<Integration> _integrations = [];
    private readonly List<Authorizer> _authorizers = [];
    private readonly List<Stage> _stages = [];

    public FakeHttpApis()
    {
        Client
            .GetApisAsync(Arg.Any<GetApisRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => Refusal is null ? new GetApisResponse { Items = _apis } : throw Refusal);
        Client
            .GetIntegrationsAsync(Arg.Any<GetIntegrationsRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new GetIntegrationsResponse { Items = _integrations });
        Client
            .GetAuthorizersAsync(Arg.Any<GetAuthorizersRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new GetAuthorizersResponse { Items = _authorizers });
        Client
            .GetStagesAsync(Arg.Any<GetStagesRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new GetStagesResponse { Items = _stages });
    }

    public IAmazonApiGatewayV2 Client { get; } = Substitute.For<IAmazonApiGatewayV2>();

    /// <summary>What every call is refused with.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>The API "http9" with a stage "live", an integration and maybe an authorizer.</summary>
    public void Has(string integrationUri, string? authorizerUri = null, Dictionary<string, string>? variables = null)
    {
        _apis.Add(
            new Api
            {
                ApiId = "http9",
                Name = "front",
                ProtocolType = ProtocolType.HTTP,
            }
        );
        _integrations.Add(
            new Integration
            {
                IntegrationId = "i1",
                IntegrationUri = integrationUri,
                CredentialsArn = "arn:aws:iam::123456789012:role/front",
            }
        );
        _stages.Add(new Stage { StageName = "live", StageVariables = variables });
        if (authorizerUri is not null)
            _authorizers.Add(new Authorizer { Name = "guard", AuthorizerUri = authorizerUri });
    }
}
