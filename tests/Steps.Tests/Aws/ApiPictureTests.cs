using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

/// <summary>An export and the API's own resources say the same in different words.</summary>
public sealed class ApiPictureTests
{
    private const string Proxy =
        "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:orders:live/invocations";

    // In the form of the API Gateway developer guide's exports ("OpenAPI definitions of the sample API as an Amazon S3 proxy" and others).
    private const string Export = """
        {
          "openapi": "3.0.1",
          "paths": {
            "/{proxy+}": {
              "options": {
                "responses": { "200": { "description": "200 response" } },
                "x-amazon-apigateway-integration": {
                  "responses": {
                    "default": {
                      "statusCode": "200",
                      "responseParameters": { "method.response.header.Access-Control-Allow-Origin": "'*'" },
                      "responseTemplates": { "application/json": "__passthrough__" }
                    }
                  },
                  "requestTemplates": { "application/json": "{\"statusCode\": 200}" },
                  "passthroughBehavior": "when_no_match",
                  "contentHandling": "CONVERT_TO_TEXT",
                  "type": "mock"
                }
              },
              "x-amazon-apigateway-any-method": {
                "security": [ { "guard": [] }, { "api_key": [] } ],
                "x-amazon-apigateway-request-validator": "all",
                "x-amazon-apigateway-integration": {
                  "uri": "PROXY",
                  "passthroughBehavior": "when_no_match",
                  "httpMethod": "POST",
                  "type": "aws_proxy"
                }
              }
            },
            "/folder": {
              "get": {
                "security": [ { "sigv4": [] } ],
                "x-amazon-apigateway-integration": {
                  "credentials": "arn:aws:iam::123456789012:role/reader",
                  "uri": "arn:aws:apigateway:us-west-2:s3:path/bucket",
                  "responses": { "4\\d{2}": { "statusCode": "400" }, "default": { "statusCode": "200" } },
                  "requestParameters": { "integration.request.path.folder": "method.request.path.folder" },
                  "passthroughBehavior": "when_no_templates",
                  "timeoutInMillis": 5000,
                  "httpMethod": "GET",
                  "type": "aws"
                }
              }
            }
          },
          "components": {
            "securitySchemes": {
              "api_key": { "type": "apiKey", "name": "x-api-key", "in": "header" },
              "sigv4": { "type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4" },
              "guard": {
                "type": "apiKey",
                "name": "Authorization",
                "in": "header",
                "x-amazon-apigateway-authtype": "custom",
                "x-amazon-apigateway-authorizer": { "authorizerUri": "PROXY", "authorizerResultTtlInSeconds": 300, "type": "token" }
              }
            }
          },
          "x-amazon-apigateway-binary-media-types": [ "image/png" ]
        }
        """;

    private readonly RestApi _api = new() { Id = "api1", BinaryMediaTypes = ["image/png"] };

    private readonly Authorizer _guard = new()
    {
        Id = "a1",
        Name = "guard",
        Type = AuthorizerType.TOKEN,
        AuthorizerUri = Proxy,
        IdentitySource = "method.request.header.Authorization",
    };

    private readonly Method _options = new()
    {
        AuthorizationType = "NONE",
        MethodIntegration = new Integration
        {
            Type = IntegrationType.MOCK,
            PassthroughBehavior = "WHEN_NO_MATCH",
            ContentHandling = ContentHandlingStrategy.CONVERT_TO_TEXT,
            TimeoutInMillis = 29000,
            CacheNamespace = "r1",
            RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" },
            IntegrationResponses = new()
            {
                ["200"] = new IntegrationResponse
                {
                    StatusCode = "200",
                    ResponseParameters = new() { ["method.response.header.Access-Control-Allow-Origin"] = "'*'" },
                    ResponseTemplates = new() { ["application/json"] = null },
                },
            },
        },
    };

    private readonly Method _any = new()
    {
        AuthorizationType = "CUSTOM",
        AuthorizerId = "a1",
        ApiKeyRequired = true,
        RequestValidatorId = "v1",
        MethodIntegration = new Integration
        {
            Type = IntegrationType.AWS_PROXY,
            HttpMethod = "POST",
            Uri = Proxy,
            PassthroughBehavior = "WHEN_NO_MATCH",
            ResponseTransferMode = ResponseTransferMode.BUFFERED,
            TimeoutInMillis = 29000,
            IntegrationResponses = new() { ["200"] = new IntegrationResponse { StatusCode = "200" } },
        },
    };

    private readonly Method _get = new()
    {
        AuthorizationType = "AWS_IAM",
        MethodIntegration = new Integration
        {
            Type = IntegrationType.AWS,
            HttpMethod = "GET",
            Uri = "arn:aws:apigateway:us-west-2:s3:path/bucket",
            Credentials = "arn:aws:iam::123456789012:role/reader",
            PassthroughBehavior = "WHEN_NO_TEMPLATES",
            TimeoutInMillis = 5000,
            RequestParameters = new() { ["integration.request.path.folder"] = "method.request.path.folder" },
            IntegrationResponses = new()
            {
                ["200"] = new IntegrationResponse { StatusCode = "200" },
                ["400"] = new IntegrationResponse { StatusCode = "400", SelectionPattern = @"4\d{2}" },
            },
        },
    };

    [Fact]
    public void An_API_that_is_deployed_as_it_is_edited_shows_no_difference() => Assert.Empty(Differences());

    [Fact]
    public void Every_kind_of_change_shows_with_its_place()
    {
        _options.MethodIntegration.ContentHandling = null;
        _any.ApiKeyRequired = false;
        _any.AuthorizationType = "NONE";
        _get.MethodIntegration.Credentials = null;
        _get.MethodIntegration.IntegrationResponses["400"].SelectionPattern = "4..";
        _api.BinaryMediaTypes = [];

        Assert.Equal(
            [
                "ANY /{proxy+} has another API key, authorization",
                "GET /folder has another credentials, responses",
                "OPTIONS /{proxy+} has another content handling",
                "authorizer guard is deleted",
                "binary media types has another list",
            ],
            Differences()
        );
    }

    [Fact]
    public void Another_function_of_an_authorizer_shows()
    {
        _guard.AuthorizerUri = Proxy.Replace(":live", "", StringComparison.Ordinal);

        Assert.Equal(["authorizer guard has another uri"], Differences());
    }

    [Fact]
    public void Of_a_route_of_the_release_only_the_integration_may_differ()
    {
        _any.MethodIntegration.Uri = "elsewhere";
        Assert.Empty(Differences(ignored: "ANY /{proxy+}"));

        _any.ApiKeyRequired = false;
        Assert.Equal(["ANY /{proxy+} has another API key"], Differences(ignored: "ANY /{proxy+}"));
    }

    private IReadOnlyList<string> Differences(string? ignored = null) =>
        ApiPicture
            .OfEdited(
                _api,
                [
                    new Resource
                    {
                        Path = "/{proxy+}",
                        ResourceMethods = new() { ["OPTIONS"] = _options, ["ANY"] = _any },
                    },
                    new Resource
                    {
                        Path = "/folder",
                        ResourceMethods = new() { ["GET"] = _get },
                    },
                    new Resource { Path = "/" },
                ],
                [_guard],
                [new RequestValidator { Id = "v1", Name = "all" }]
            )
            .DifferencesTo(
                ApiPicture.OfExport(JsonNode.Parse(Export.Replace("PROXY", Proxy, StringComparison.Ordinal))!),
                part => part == ignored
            );
}
