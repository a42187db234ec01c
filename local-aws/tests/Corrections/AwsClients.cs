using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.CloudFormation;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>SDK clients for one endpoint, without retries, and plain HTTP for what the SDKs smooth over.</summary>
internal sealed class AwsClients(Uri endpoint) : IDisposable
{
    public const string Region = "us-west-2";
    private static readonly BasicAWSCredentials Credentials = new("local", "local");
    private readonly HttpClient _http = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromSeconds(60) };
    private readonly List<IDisposable> _clients = [];

    public Uri Endpoint => endpoint;

    /// <summary>Of a whole local AWS, whose gateway opens some of the launcher's own routes.</summary>
    public static AwsClients Of(LocalAwsHost host) => new(host.Endpoint) { LocalRoutes = "/_local/" };

    private string LocalRoutes { get; init; } = "/moto-api/local/";

    public AmazonAPIGatewayClient ApiGateway =>
        field ??= Own(new AmazonAPIGatewayClient(Credentials, Configured(new AmazonAPIGatewayConfig())));

    public AmazonCloudFormationClient CloudFormation =>
        field ??= Own(new AmazonCloudFormationClient(Credentials, Configured(new AmazonCloudFormationConfig())));

    public AmazonCloudWatchClient CloudWatch =>
        field ??= Own(new AmazonCloudWatchClient(Credentials, Configured(new AmazonCloudWatchConfig())));

    public AmazonDynamoDBClient DynamoDb => field ??= Own(new AmazonDynamoDBClient(Credentials, Configured(new AmazonDynamoDBConfig())));

    public AmazonEventBridgeClient EventBridge =>
        field ??= Own(new AmazonEventBridgeClient(Credentials, Configured(new AmazonEventBridgeConfig())));

    public AmazonIdentityManagementServiceClient Iam =>
        field ??= Own(new AmazonIdentityManagementServiceClient(Credentials, Configured(new AmazonIdentityManagementServiceConfig())));

    public AmazonLambdaClient Lambda => field ??= Own(new AmazonLambdaClient(Credentials, Configured(new AmazonLambdaConfig())));

    public AmazonCloudWatchLogsClient Logs =>
        field ??= Own(new AmazonCloudWatchLogsClient(Credentials, Configured(new AmazonCloudWatchLogsConfig())));

    public AmazonSimpleNotificationServiceClient Sns =>
        field ??= Own(new AmazonSimpleNotificationServiceClient(Credentials, Configured(new AmazonSimpleNotificationServiceConfig())));

    public AmazonSQSClient Sqs => field ??= Own(new AmazonSQSClient(Credentials, Configured(new AmazonSQSConfig())));

    public AmazonStepFunctionsClient StepFunctions =>
        field ??= Own(new AmazonStepFunctionsClient(Credentials, Configured(new AmazonStepFunctionsConfig())));

    public AmazonS3Client S3 => field ??= Own(new AmazonS3Client(Credentials, Configured(new AmazonS3Config { ForcePathStyle = true })));

    /// <summary>A request with the service's credential scope (which is all that moto looks at); JSON answers are parsed.</summary>
    public async Task<Answer> SendAsync(
        string service,
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=local/20260101/{Region}/{service}/aws4_request, SignedHeaders=host, Signature=none"
        );
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text, response.Headers);
    }

    /// <summary>A REST-JSON request.</summary>
    public Task<Answer> JsonAsync(string service, HttpMethod method, string path, object? body = null) =>
        SendAsync(service, method, path, body is null ? null : Json(body));

    /// <summary>An awsJson operation; <paramref name="target"/> is X-Amz-Target.</summary>
    public Task<Answer> AwsJsonAsync(string service, string target, object body) =>
        SendAsync(service, HttpMethod.Post, "/", Json(body, "application/x-amz-json-1.1"), ("X-Amz-Target", target));

    /// <summary>A query-protocol operation.</summary>
    public Task<Answer> QueryAsync(string service, params (string Name, string Value)[] form) =>
        SendAsync(
            service,
            HttpMethod.Post,
            "/",
            new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
        );

    /// <summary>One of the launcher's own routes.</summary>
    public Task<Answer> LocalAsync(HttpMethod method, string route, object? body = null) =>
        SendAsync("local", method, LocalRoutes + route, body is null ? null : Json(body));

    /// <summary>Lets the time pass that a function is Pending or its update InProgress. Plain moto has no such states.</summary>
    public Task SettleAsync(string function, string? version = null) =>
        LocalAsync(HttpMethod.Post, "settle", new { Name = function, Version = version });

    /// <summary>Lets the time pass after which Lambda knows a role. Plain moto knows it at once.</summary>
    public Task SettleRoleAsync(string arn) => LocalAsync(HttpMethod.Post, "settle/role", new { Arn = arn });

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _http.Dispose();
    }

    // As SDKs send it: without a charset.
    private static StringContent Json(object body, string type = "application/json") =>
        new(System.Text.Json.JsonSerializer.Serialize(body), new MediaTypeHeaderValue(type));

    private T Own<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = endpoint.AbsoluteUri;
        config.AuthenticationRegion = Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}

internal sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The error's name, as SDKs read it.</summary>
    public string? Error => Headers.TryGetValues("X-Amzn-ErrorType", out var types) ? types.First() : null;

    /// <summary>The error's name: awsJson services say it in the body, REST services in the header.</summary>
    public string? Code => Error ?? (string?)Json["__type"];
}
