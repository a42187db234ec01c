using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
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
            .Returns(call => new GetStagesResponse { Item = [.. Api(call.Arg<GetStagesRequest>().RestApiId).Described] });
        Client
            .GetAuthorizersAsync(Arg.Any<GetAuthorizersRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetAuthorizersResponse
            {
                Items = [.. _apis.GetValueOrDefault(call.Arg<GetAuthorizersRequest>().RestApiId)?.Authorizers ?? throw NotFound()],
            });
        Client
            .GetExportAsync(Arg.Any<GetExportRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Export(call.Arg<GetExportRequest>()));
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

    /// <summary>Another path with a POST method. No stage serves it before it is deployed.</summary>
    public void Adds(string path, GetIntegrationResponse integration, string id = "api1") =>
        _apis[id].Resources.Add(new FakeMethod($"r-{id}-{_apis[id].Resources.Count}", path) { Edited = integration });

    /// <summary>A stage that serves the API as it is edited now.</summary>
    public void HasStage(string stage, Dictionary<string, string>? variables = null, string id = "api1")
    {
        _apis[id].Stages[stage] = Deploy(_apis[id], "by hand");
        _apis[id].Variables[stage] = variables ?? [];
    }

    public void HasCanary(string stage, string id = "api1") => _apis[id].Canaries.Add(stage);

    /// <summary>A Lambda authorizer, with a method that uses it.</summary>
    public void HasAuthorizer(string uri, string id = "api1")
    {
        var authorizer = new Authorizer
        {
            Id = "a1",
            Name = "guard",
            Type = AuthorizerType.TOKEN,
            AuthorizerUri = uri,
            IdentitySource = "method.request.header.Authorization",
        };
        _apis[id].Authorizers.Add(authorizer);
    }

    /// <summary>Somebody edits what stands behind the first method.</summary>
    public void Edits(GetIntegrationResponse? integration, string id = "api1") => _apis[id].Resources[0].Edited = integration;

    public Exception? NoExport { get; set; }

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
        var integration = _apis[id].Deployments[_apis[id].Stages["live"]].Methods[_apis[id].Resources[0].Path];
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
        api.Deployments[id] = (description, api.Resources.ToDictionary(r => r.Path, r => r.Edited is { } edited ? Copy(edited) : null));
        return id;
    }

    // As API Gateway writes it; an example: developer guide, "OpenAPI definitions of the sample API as an Amazon S3 proxy".
    private GetExportResponse Export(GetExportRequest request)
    {
        if (NoExport is not null)
            throw NoExport;
        var api = Api(request.RestApiId);
        var paths = new JsonObject();
        foreach (var (path, integration) in api.Deployments[api.Stages[request.StageName]].Methods)
            paths[path] = new JsonObject
            {
                ["post"] = new JsonObject { ["x-amazon-apigateway-integration"] = integration is null ? null : Exported(integration) },
            };
        var export = new JsonObject { ["openapi"] = "3.0.1", ["paths"] = paths };
        return new GetExportResponse { Body = new MemoryStream(Encoding.UTF8.GetBytes(export.ToJsonString())) };
    }

    private static JsonObject Exported(GetIntegrationResponse integration)
    {
        var exported = new JsonObject
        {
            ["type"] = integration.Type.Value.ToLowerInvariant(),
            ["passthroughBehavior"] = integration.PassthroughBehavior?.ToLowerInvariant() ?? "when_no_match",
        };
        foreach (
            var (name, value) in new[]
            {
                ("uri", integration.Uri),
                ("httpMethod", integration.HttpMethod),
                ("credentials", integration.Credentials),
                ("responseTransferMode", integration.ResponseTransferMode?.Value is "STREAM" ? "STREAM" : null),
            }
        )
            if (value is not null)
                exported[name] = value;
        if (integration.TimeoutInMillis is { } timeout and not 29000)
            exported["timeoutInMillis"] = timeout;
        if (integration.RequestTemplates is { Count: > 0 } templates)
            exported["requestTemplates"] = Texts(templates);
        if (integration.IntegrationResponses is { Count: > 0 } responses)
            exported["responses"] = new JsonObject(
                responses.Select(r =>
                    KeyValuePair.Create(
                        r.Value.SelectionPattern ?? "default",
                        (JsonNode?)new JsonObject { ["statusCode"] = r.Key, ["responseTemplates"] = Texts(r.Value.ResponseTemplates ?? []) }
                    )
                )
            );
        return exported;
    }

    private static JsonObject Texts(Dictionary<string, string> map) => new(map.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));

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
                            HttpMethod = edited.HttpMethod,
                            PassthroughBehavior = edited.PassthroughBehavior,
                            TimeoutInMillis = edited.TimeoutInMillis,
                            ResponseTransferMode = edited.ResponseTransferMode,
                            RequestTemplates = edited.RequestTemplates,
                            IntegrationResponses = edited.IntegrationResponses,
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

        public Dictionary<string, (string Description, Dictionary<string, GetIntegrationResponse?> Methods)> Deployments { get; } = [];

        public Dictionary<string, Dictionary<string, string>> Variables { get; } = [];

        public HashSet<string> Canaries { get; } = [];

        public List<Authorizer> Authorizers { get; } = [];

        public IEnumerable<Stage> Described =>
            Stages.Select(s => new Stage
            {
                StageName = s.Key,
                DeploymentId = s.Value,
                Variables = Variables.GetValueOrDefault(s.Key),
                CanarySettings = Canaries.Contains(s.Key) ? new CanarySettings { PercentTraffic = 10 } : null,
            });
    }

    private sealed record FakeMethod(string Id, string Path)
    {
        public GetIntegrationResponse? Edited { get; set; }
    }
}
