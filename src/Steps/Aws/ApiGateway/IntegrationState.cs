using System.Text.Json.Serialization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>What stands behind a method of an API: all that is needed to restore it.</summary>
public sealed record IntegrationState
{
    public const string Proxy = "AWS_PROXY";

    private const string Buffered = "BUFFERED";

    public required string Type { get; init; }

    public string? HttpMethod { get; set; }

    public string? Uri { get; set; }

    public string? Credentials { get; set; }

    public string? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    /// <summary>The load balancer behind a VPC link.</summary>
    public string? IntegrationTarget { get; set; }

    /// <summary>STREAM; null = the default, which sends an answer as a whole.</summary>
    public string? ResponseTransferMode { get; set; }

    public string? PassthroughBehavior { get; set; }

    public string? ContentHandling { get; set; }

    public string? CacheNamespace { get; set; }

    public IReadOnlyList<string>? CacheKeyParameters { get; set; }

    public int? TimeoutInMillis { get; set; }

    public bool? InsecureSkipVerification { get; set; }

    public SortedDictionary<string, string>? RequestParameters { get; set; }

    public SortedDictionary<string, string>? RequestTemplates { get; set; }

    /// <summary>By status code.</summary>
    public SortedDictionary<string, IntegrationResponseState>? Responses { get; set; }

    public bool PointsTo(string uri) => Type == Proxy && Uri == AsItAnswers(uri);

    /// <summary>The same of an integration in a list of resources.</summary>
    /// <param name="filled">Its URI as the stage sees it.</param>
    public static bool PointsTo(Integration live, string? filled, string uri) =>
        new IntegrationState
        {
            Type = live.Type.Value,
            Uri = filled,
            ResponseTransferMode = Unbuffered(live.ResponseTransferMode),
        }.PointsTo(uri);

    /// <summary>The same integration with another function, or a new one when no function stood there.</summary>
    /// <param name="before">What stands there now; null = nothing.</param>
    public static IntegrationState To(string uri, IntegrationState? before) =>
        before is { Type: Proxy }
            ? before with
            {
                Uri = before.AsItAnswers(uri),
                HttpMethod = "POST",
            }
            : new IntegrationState
            {
                Type = Proxy,
                Uri = uri,
                HttpMethod = "POST",
            };

    public static IntegrationState Of(GetIntegrationResponse live) =>
        new()
        {
            Type = live.Type.Value,
            HttpMethod = Text(live.HttpMethod),
            Uri = Text(live.Uri),
            Credentials = Text(live.Credentials),
            ConnectionType = live.ConnectionType?.Value,
            ConnectionId = Text(live.ConnectionId),
            IntegrationTarget = Text(live.IntegrationTarget),
            ResponseTransferMode = Unbuffered(live.ResponseTransferMode),
            PassthroughBehavior = Text(live.PassthroughBehavior),
            ContentHandling = live.ContentHandling?.Value,
            CacheNamespace = Text(live.CacheNamespace),
            CacheKeyParameters = live.CacheKeyParameters is { Count: > 0 } keys ? keys : null,
            TimeoutInMillis = live.TimeoutInMillis,
            InsecureSkipVerification = live.TlsConfig?.InsecureSkipVerification,
            RequestParameters = Sorted(live.RequestParameters),
            RequestTemplates = Sorted(live.RequestTemplates),
            Responses = live.IntegrationResponses is { Count: > 0 } responses
                ? new(responses.ToDictionary(r => r.Key, r => IntegrationResponseState.Of(r.Value)), StringComparer.Ordinal)
                : null,
        };

    public PutIntegrationRequest ToRequest(string api, string resource, string method) =>
        new()
        {
            RestApiId = api,
            ResourceId = resource,
            HttpMethod = method,
            Type = Type,
            IntegrationHttpMethod = HttpMethod,
            Uri = Uri,
            Credentials = Credentials,
            ConnectionType = ConnectionType,
            ConnectionId = ConnectionId,
            IntegrationTarget = IntegrationTarget,
            ResponseTransferMode = ResponseTransferMode,
            PassthroughBehavior = PassthroughBehavior,
            ContentHandling = ContentHandling,
            CacheNamespace = CacheNamespace,
            CacheKeyParameters = CacheKeyParameters?.ToList(),
            TimeoutInMillis = TimeoutInMillis,
            TlsConfig = InsecureSkipVerification is { } insecure ? new TlsConfig { InsecureSkipVerification = insecure } : null,
            RequestParameters = RequestParameters?.ToDictionary(),
            RequestTemplates = RequestTemplates?.ToDictionary(),
        };

    // What streams its answers calls another operation of Lambda:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
    private string AsItAnswers(string uri) =>
        ResponseTransferMode is null
            ? uri
            : uri.Replace("path/2015-03-31/", "path/2021-11-15/", StringComparison.Ordinal)
                .Replace("/invocations", "/response-streaming-invocations", StringComparison.Ordinal);

    private static string? Unbuffered(ResponseTransferMode? mode) => mode?.Value is { } value and not Buffered ? value : null;

    internal static string? Text(string? value) => value is { Length: > 0 } ? value : null;

    internal static SortedDictionary<string, string>? Sorted(Dictionary<string, string>? values) =>
        values is { Count: > 0 } ? new(values, StringComparer.Ordinal) : null;
}

/// <summary>How an answer of what stands behind a method becomes an answer of the method.</summary>
public sealed record IntegrationResponseState(
    string? SelectionPattern,
    string? ContentHandling,
    SortedDictionary<string, string>? Parameters,
    SortedDictionary<string, string>? Templates
)
{
    public static IntegrationResponseState Of(IntegrationResponse live) =>
        new(
            IntegrationState.Text(live.SelectionPattern),
            live.ContentHandling?.Value,
            IntegrationState.Sorted(live.ResponseParameters),
            IntegrationState.Sorted(live.ResponseTemplates)
        );

    public PutIntegrationResponseRequest ToRequest(string api, string resource, string method, string status) =>
        new()
        {
            RestApiId = api,
            ResourceId = resource,
            HttpMethod = method,
            StatusCode = status,
            SelectionPattern = SelectionPattern,
            ContentHandling = ContentHandling,
            ResponseParameters = Parameters?.ToDictionary(),
            ResponseTemplates = Templates?.ToDictionary(),
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IntegrationState))]
internal sealed partial class IntegrationStateJson : JsonSerializerContext;
