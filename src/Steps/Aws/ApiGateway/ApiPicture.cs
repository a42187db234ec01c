using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// What an API does, as far as an export of a stage and the API itself say the same of it: its methods with what stands behind them and
/// who may call them, the authorizers that they use, its binary media types. So the two can be compared.
/// <para>
/// Models, gateway responses, the API's own policy and caches are not in it: an export rewrites them or leaves them out.
/// </para>
/// </summary>
/// <param name="parts">A part of the API, as <c>POST /orders</c> → what is to be said of it.</param>
public sealed class ApiPicture(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> parts)
{
    private const string AnyMethod = "x-amazon-apigateway-any-method";

    private static readonly HashSet<string> HttpMethods = ["get", "put", "post", "delete", "options", "head", "patch", AnyMethod];

    /// <summary>The methods that call something, as <c>POST /orders</c>, with what they call.</summary>
    public IEnumerable<(string Method, string Uri)> Uris =>
        parts.Where(p => p.Value.ContainsKey(ApiFacts.Uri)).Select(p => (p.Key, p.Value[ApiFacts.Uri]));

    /// <summary>The URI behind a method; null when there is none.</summary>
    /// <param name="method">As <c>POST /orders</c>.</param>
    public string? UriOf(string method) => parts.GetValueOrDefault(method)?.GetValueOrDefault(ApiFacts.Uri);

    /// <summary>What is other in this picture than in an earlier one, a line for each part.</summary>
    /// <param name="ignores">Parts whose integration may differ, and which may be new.</param>
    public IReadOnlyList<string> DifferencesTo(ApiPicture earlier, Func<string, bool> ignores) =>
        [
            .. parts
                .Keys.Union(earlier.Parts.Keys)
                .Order(StringComparer.Ordinal)
                .Select(part => Difference(part, parts.GetValueOrDefault(part), earlier.Parts.GetValueOrDefault(part), ignores(part)))
                .OfType<string>(),
        ];

    public static ApiPicture OfEdited(
        RestApi api,
        IReadOnlyList<Resource> resources,
        IReadOnlyList<Authorizer> authorizers,
        IReadOnlyList<RequestValidator> validators
    )
    {
        var parts = new Dictionary<string, IReadOnlyDictionary<string, string>> { [BinaryMedia] = Media(api.BinaryMediaTypes) };
        foreach (var resource in resources)
        foreach (var (name, method) in resource.ResourceMethods ?? [])
        {
            var facts = method.MethodIntegration is { } integration ? Describe(integration) : new ApiFacts();
            var authorizer = method.AuthorizationType is "NONE" or null
                ? null
                : authorizers.FirstOrDefault(a => a.Id == method.AuthorizerId);
            facts.Add("authorization", authorizer?.Name ?? (method.AuthorizationType == "AWS_IAM" ? method.AuthorizationType : null));
            facts.Add("API key", method.ApiKeyRequired == true ? "required" : null);
            facts.Add("request validator", validators.FirstOrDefault(v => v.Id == method.RequestValidatorId)?.Name);
            parts[$"{name} {resource.Path}"] = facts;
            if (authorizer is not null)
                parts[$"authorizer {authorizer.Name}"] = Describe(authorizer);
        }

        return new ApiPicture(parts);
    }

    /// <param name="export">OpenAPI 3.0 with the extensions of API Gateway.</param>
    public static ApiPicture OfExport(JsonNode export)
    {
        var media = export["x-amazon-apigateway-binary-media-types"]?.AsArray().Select(m => (string)m!);
        var parts = new Dictionary<string, IReadOnlyDictionary<string, string>> { [BinaryMedia] = Media(media) };
        var schemes = export["components"]?["securitySchemes"] as JsonObject ?? [];
        foreach (var (path, item) in export["paths"] as JsonObject ?? [])
        foreach (var (key, operation) in (item as JsonObject ?? []).Where(m => HttpMethods.Contains(m.Key)))
        {
            var facts = operation!["x-amazon-apigateway-integration"] is JsonObject integration ? Describe(integration) : new ApiFacts();
            facts.Add("request validator", (string?)operation["x-amazon-apigateway-request-validator"]);
            foreach (var name in (operation["security"] as JsonArray ?? []).SelectMany(s => s!.AsObject()).Select(s => s.Key))
                AddSecurity(facts, name, schemes[name] as JsonObject, parts);
            parts[$"{(key == AnyMethod ? "ANY" : key.ToUpperInvariant())} {path}"] = facts;
        }

        return new ApiPicture(parts);
    }

    private const string BinaryMedia = "binary media types";

    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Parts => parts;

    private static string? Difference(
        string part,
        IReadOnlyDictionary<string, string>? now,
        IReadOnlyDictionary<string, string>? before,
        bool ignored
    )
    {
        if (now is null)
            return $"{part} is deleted";
        if (before is null)
            return ignored ? null : $"{part} is new";
        var differing = now
            .Keys.Union(before.Keys)
            .Where(fact => !ignored || !ApiFacts.OfIntegrations.Contains(fact))
            .Where(fact => Differs(now.GetValueOrDefault(fact), before.GetValueOrDefault(fact)))
            .Order(StringComparer.Ordinal)
            .ToList();
        return differing.Count == 0 ? null : $"{part} has another {string.Join(", ", differing)}";
    }

    private static bool Differs(string? now, string? before) =>
        now != before && now != ApiFacts.NotComparable && before != ApiFacts.NotComparable;

    private static ApiFacts Media(IEnumerable<string>? types)
    {
        var facts = new ApiFacts();
        facts.Add("list", string.Join(" ", (types ?? []).Order(StringComparer.Ordinal)));
        return facts;
    }

    private static void AddSecurity(
        ApiFacts facts,
        string name,
        JsonObject? scheme,
        Dictionary<string, IReadOnlyDictionary<string, string>> parts
    )
    {
        if (scheme?["x-amazon-apigateway-authorizer"] is JsonObject authorizer)
        {
            facts.Add("authorization", name);
            parts[$"authorizer {name}"] = Describe(authorizer, (string?)scheme["name"]);
        }
        else if ((string?)scheme?["x-amazon-apigateway-authtype"] == "awsSigv4")
        {
            facts.Add("authorization", "AWS_IAM");
        }
        else
        {
            facts.Add("API key", "required");
        }
    }

    private static ApiFacts Describe(Integration live)
    {
        var facts = new ApiFacts();
        facts.AddIntegration(
            live.Type.Value,
            live.Uri,
            live.HttpMethod,
            live.Credentials,
            live.ConnectionId,
            live.PassthroughBehavior,
            live.ContentHandling?.Value,
            live.TimeoutInMillis,
            live.ResponseTransferMode?.Value
        );
        facts.Add("request parameters", Text(live.RequestParameters));
        facts.Add("request templates", Text(live.RequestTemplates));
        facts.AddResponses(
            live.Type.Value,
            (live.IntegrationResponses ?? []).Select(r =>
                (
                    r.Value.SelectionPattern is { Length: > 0 } pattern ? pattern : "default",
                    $"{r.Key} {r.Value.ContentHandling?.Value} {Text(r.Value.ResponseParameters)} {Text(r.Value.ResponseTemplates)}"
                )
            )
        );
        return facts;
    }

    private static ApiFacts Describe(JsonObject exported)
    {
        var facts = new ApiFacts();
        var type = (string?)exported["type"] ?? "";
        facts.AddIntegration(
            type,
            (string?)exported["uri"],
            (string?)exported["httpMethod"],
            (string?)exported["credentials"],
            (string?)exported["connectionId"],
            (string?)exported["passthroughBehavior"],
            (string?)exported["contentHandling"],
            (int?)exported["timeoutInMillis"],
            (string?)exported["responseTransferMode"]
        );
        facts.Add("request parameters", Text(Texts(exported["requestParameters"])));
        facts.Add("request templates", Text(Texts(exported["requestTemplates"])));
        facts.AddResponses(
            type,
            (exported["responses"] as JsonObject ?? []).Select(r =>
                (
                    r.Key,
                    $"{(string?)r.Value!["statusCode"]} {(string?)r.Value["contentHandling"]} {Text(Texts(r.Value["responseParameters"]))} {Text(Texts(r.Value["responseTemplates"]))}"
                )
            )
        );
        return facts;
    }

    private static ApiFacts Describe(Authorizer live)
    {
        var facts = new ApiFacts();
        facts.AddAuthorizer(
            live.Type.Value,
            live.AuthorizerUri,
            live.AuthorizerCredentials,
            live.AuthorizerResultTtlInSeconds,
            live.IdentityValidationExpression,
            live.IdentitySource,
            live.ProviderARNs
        );
        return facts;
    }

    /// <param name="header">Where the token of a call stands: an export says that outside the authorizer.</param>
    private static ApiFacts Describe(JsonObject exported, string? header)
    {
        var type = (string?)exported["type"] ?? "";
        var facts = new ApiFacts();
        facts.AddAuthorizer(
            type,
            (string?)exported["authorizerUri"],
            (string?)exported["authorizerCredentials"],
            (int?)exported["authorizerResultTtlInSeconds"],
            (string?)exported["identityValidationExpression"],
            (string?)exported["identitySource"] ?? (type == "request" ? null : $"method.request.header.{header}"),
            (exported["providerARNs"] as JsonArray ?? []).Select(p => (string)p!)
        );
        return facts;
    }

    private static Dictionary<string, string> Texts(JsonNode? map) =>
        (map as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? "");

    // A template that passes everything on is empty on the API and has this name in an export.
    private static string Text(Dictionary<string, string>? map) =>
        string.Join(
            '\n',
            (map ?? [])
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}={(pair.Value == "__passthrough__" ? "" : pair.Value)}")
        );
}
