using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>API Gateway in memory: integrations are edited, stages serve what was deployed.</summary>
internal sealed class FakeApis : FakeService
{
    private readonly SortedDictionary<string, FakeApi> _apis = new(StringComparer.Ordinal);
    private int _deployments;

    public FakeApis(History history)
        : base(history)
    {
        Client
            .GetRestApisAsync(Arg.Any<GetRestApisRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Page(call.Arg<GetRestApisRequest>().Position));
        Client
            .GetResourcesAsync(Arg.Any<GetResourcesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Vanishing == call.Arg<GetResourcesRequest>().RestApiId
                    ? throw NotFound()
                    : new GetResourcesResponse { Items = [.. Api(call.Arg<GetResourcesRequest>().RestApiId).Resources.Select(Described)] }
            );
        Client
            .GetStagesAsync(Arg.Any<GetStagesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetStagesResponse
            {
                Item = [.. Api(call.Arg<GetStagesRequest>().RestApiId).Stages.Keys.Select(s => new Stage { StageName = s })],
            });
        Client
            .GetStageAsync(Arg.Any<GetStageRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetStageResponse
            {
                DeploymentId =
                    Api(call.Arg<GetStageRequest>().RestApiId).Stages.GetValueOrDefault(call.Arg<GetStageRequest>().StageName)
                    ?? throw NotFound(),
            });
        Client
            .GetDeploymentAsync(Arg.Any<GetDeploymentRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetDeploymentResponse
            {
                Description = Api(call.Arg<GetDeploymentRequest>().RestApiId)
                    .Deployments[call.Arg<GetDeploymentRequest>().DeploymentId]
                    .Description,
            });
        Client
            .GetIntegrationAsync(Arg.Any<GetIntegrationRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Copy(
                    Of(call.Arg<GetIntegrationRequest>().RestApiId, call.Arg<GetIntegrationRequest>().ResourceId).Edited ?? throw NotFound()
                )
            );
        AnswerChanges();
    }

    public IAmazonAPIGateway Client { get; } = Substitute.For<IAmazonAPIGateway>();

    /// <summary>An API "hooks" with the id "api1", a method POST /hooks and a stage "live" that serves it.</summary>
    public void Has(GetIntegrationResponse? integration, string id = "api1", string path = "/hooks")
    {
        var api = new FakeApi($"hooks {id}", [new FakeMethod($"r-{id}", path) { Edited = integration }]);
        _apis[id] = api;
        api.Stages["live"] = Deploy(api, "by hand");
    }

    public static GetIntegrationResponse Mock() =>
        new()
        {
            Type = IntegrationType.MOCK,
            PassthroughBehavior = "WHEN_NO_MATCH",
            TimeoutInMillis = 29000,
            CacheNamespace = "r",
            RequestTemplates = new() { ["application/json"] = """{"statusCode": 503}""" },
            IntegrationResponses = new()
            {
                ["503"] = new IntegrationResponse
                {
                    StatusCode = "503",
                    ResponseTemplates = new() { ["application/json"] = "{}" },
                },
            },
        };

    public static GetIntegrationResponse Proxy(string function) =>
        new()
        {
            Type = IntegrationType.AWS_PROXY,
            HttpMethod = "POST",
            Uri =
                $"arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:{function}/invocations",
            TimeoutInMillis = 7000,
        };

    /// <summary>What stands behind the method as it is edited now.</summary>
    public GetIntegrationResponse? Edited(string id = "api1") => _apis[id].Resources[0].Edited;

    /// <summary>What callers of the stage get: the function's ARN, MOCK, or nothing.</summary>
    public string? Served(string id = "api1")
    {
        var integration = _apis[id].Deployments[_apis[id].Stages["live"]].Integration;
        return integration?.Uri?.Split("functions/")[1].Replace("/invocations", "", StringComparison.Ordinal) ?? integration?.Type.Value;
    }

    public string Deployment(string id = "api1") => _apis[id].Stages["live"];

    private void AnswerChanges()
    {
        Client
            .PutIntegrationAsync(Arg.Any<PutIntegrationRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Put(call.Arg<PutIntegrationRequest>()));
        Client
            .DeleteIntegrationAsync(Arg.Any<DeleteIntegrationRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Change<DeleteIntegrationResponse>(
                    call.Arg<DeleteIntegrationRequest>(),
                    call.Arg<DeleteIntegrationRequest>().RestApiId,
                    () => Of(call.Arg<DeleteIntegrationRequest>().RestApiId, call.Arg<DeleteIntegrationRequest>().ResourceId).Edited = null
                )
            );
        Client
            .PutIntegrationResponseAsync(Arg.Any<PutIntegrationResponseRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Put(call.Arg<PutIntegrationResponseRequest>()));
        Client
            .CreateDeploymentAsync(Arg.Any<CreateDeploymentRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Create(call.Arg<CreateDeploymentRequest>()));
        Client
            .UpdateStageAsync(Arg.Any<UpdateStageRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateStageRequest>()));
    }

    private PutIntegrationResponse Put(PutIntegrationRequest request) =>
        Change<PutIntegrationResponse>(
            request,
            request.RestApiId,
            () =>
                Of(request.RestApiId, request.ResourceId).Edited = new GetIntegrationResponse
                {
                    Type = request.Type,
                    HttpMethod = request.IntegrationHttpMethod,
                    Uri = request.Uri,
                    Credentials = request.Credentials,
                    ResponseTransferMode = request.ResponseTransferMode ?? ResponseTransferMode.BUFFERED,
                    TimeoutInMillis = request.TimeoutInMillis ?? 29000,
                    PassthroughBehavior = request.PassthroughBehavior ?? "WHEN_NO_MATCH",
                    CacheNamespace = request.CacheNamespace ?? request.ResourceId,
                    RequestTemplates = request.RequestTemplates,
                }
        );

    private PutIntegrationResponseResponse Put(PutIntegrationResponseRequest request) =>
        Change<PutIntegrationResponseResponse>(
            request,
            request.RestApiId,
            () =>
            {
                var integration = Of(request.RestApiId, request.ResourceId).Edited!;
                integration.IntegrationResponses = new(integration.IntegrationResponses ?? [])
                {
                    [request.StatusCode] = new IntegrationResponse
                    {
                        StatusCode = request.StatusCode,
                        SelectionPattern = request.SelectionPattern,
                        ResponseTemplates = request.ResponseTemplates,
                    },
                };
            }
        );

    private CreateDeploymentResponse Create(CreateDeploymentRequest request) =>
        Change<CreateDeploymentResponse>(
            request,
            request.RestApiId,
            () => Api(request.RestApiId).Stages[request.StageName] = Deploy(Api(request.RestApiId), request.Description)
        );

    private UpdateStageResponse Update(UpdateStageRequest request) =>
        Change<UpdateStageResponse>(
            request,
            request.RestApiId,
            () =>
            {
                var patch = request.PatchOperations.Single(p => p.Path == "/deploymentId");
                Api(request.RestApiId).Stages[request.StageName] = Api(request.RestApiId).Deployments.ContainsKey(patch.Value)
                    ? patch.Value
                    : throw NotFound();
            }
        );

    private string Deploy(FakeApi api, string description)
    {
        var id = $"d{(++_deployments).ToString(CultureInfo.InvariantCulture)}";
        api.Deployments[id] = (description, api.Resources[0].Edited is { } edited ? Copy(edited) : null);
        return id;
    }

    // One API a page, so that a reader of the first page alone misses the others.
    private GetRestApisResponse Page(string? position)
    {
        var index = int.Parse(position ?? "0", CultureInfo.InvariantCulture);
        return new GetRestApisResponse
        {
            Items = [.. _apis.Skip(index).Take(1).Select(a => new RestApi { Id = a.Key, Name = a.Value.Name })],
            Position = index + 1 < _apis.Count ? (index + 1).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private FakeApi Api(string id) => _apis.GetValueOrDefault(id) ?? throw NotFound();

    private FakeMethod Of(string api, string resource) => Api(api).Resources.FirstOrDefault(r => r.Id == resource) ?? throw NotFound();

    private static Resource Described(FakeMethod method) =>
        new()
        {
            Id = method.Id,
            Path = method.Path,
            ResourceMethods = new()
            {
                ["POST"] = new Method
                {
                    HttpMethod = "POST",
                    MethodIntegration = method.Edited is { } edited
                        ? new Integration
                        {
                            Type = edited.Type,
                            Uri = edited.Uri,
                            Credentials = edited.Credentials,
                        }
                        : null,
                },
            },
        };

    private static GetIntegrationResponse Copy(GetIntegrationResponse of) =>
        new()
        {
            Type = of.Type,
            HttpMethod = of.HttpMethod,
            Uri = of.Uri,
            Credentials = of.Credentials,
            ResponseTransferMode = of.ResponseTransferMode,
            TimeoutInMillis = of.TimeoutInMillis,
            PassthroughBehavior = of.PassthroughBehavior,
            CacheNamespace = of.CacheNamespace,
            RequestTemplates = of.RequestTemplates,
            IntegrationResponses = of.IntegrationResponses,
        };

    /// <summary>An API that is listed and is gone when its paths are read.</summary>
    public string? Vanishing { get; set; }

    private static NotFoundException NotFound() => new("not found");

    private sealed record FakeApi(string Name, List<FakeMethod> Resources)
    {
        public Dictionary<string, string> Stages { get; } = [];

        public Dictionary<string, (string Description, GetIntegrationResponse? Integration)> Deployments { get; } = [];
    }

    private sealed record FakeMethod(string Id, string Path)
    {
        public GetIntegrationResponse? Edited { get; set; }
    }
}
