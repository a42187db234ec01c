using System.IO.Enumeration;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>
/// A resource policy must allow API Gateway to invoke the function, on exactly the qualifier that the integration names:
/// a permission on the function does not cover its alias (Lambda developer guide, "resource-based policies").
/// </summary>
internal sealed class InvokePermission(MotoClient moto)
{
    private const string Account = "123456789012";

    public async Task<bool> IsGrantedAsync(
        string functionArn,
        StageRequest request,
        string method,
        string resourcePath,
        CancellationToken cancellationToken
    )
    {
        var (arn, qualifier) = FunctionUri.Split(functionArn);
        var path =
            $"/2015-03-31/functions/{Uri.EscapeDataString(arn)}/policy"
            + (qualifier is null ? "" : "?Qualifier=" + Uri.EscapeDataString(qualifier));
        var answer = await moto.RestJsonAsync("lambda", path, cancellationToken);
        var policy = (string?)answer?["Policy"] is { } text ? JsonNode.Parse(text) : null;
        var api = $"arn:aws:execute-api:{moto.Region}:{Account}:{request.ApiId}/{request.Stage}/{method}";
        // The template of the path and the path itself are both in use.
        string[] sources = [api + resourcePath, api + request.Path];
        return AsArray(policy?["Statement"]).Any(statement => Allows(statement!, sources));
    }

    private static bool Allows(JsonNode statement, string[] sources) =>
        (string?)statement["Effect"] == "Allow"
        && AsArray(statement["Action"]).Any(action => FileSystemName.MatchesSimpleExpression((string)action!, "lambda:InvokeFunction"))
        && IsApiGateway(statement["Principal"])
        && (statement["Condition"] as JsonObject ?? []).All(condition => Holds(condition.Value!, sources));

    private static bool IsApiGateway(JsonNode? principal) =>
        principal is JsonValue
            ? (string?)principal == "*"
            : AsArray(principal?["Service"]).Any(service => (string?)service == "apigateway.amazonaws.com");

    private static bool Holds(JsonNode condition, string[] sources) =>
        condition
            .AsObject()
            .All(key =>
                key.Key.ToUpperInvariant() switch
                {
                    "AWS:SOURCEARN" => AsArray(key.Value)
                        .Any(pattern =>
                            sources.Any(source => FileSystemName.MatchesSimpleExpression((string)pattern!, source, ignoreCase: false))
                        ),
                    "AWS:SOURCEACCOUNT" => AsArray(key.Value).Any(account => (string?)account == Account),
                    _ => false,
                }
            );

    private static IEnumerable<JsonNode?> AsArray(JsonNode? node) =>
        node switch
        {
            null => Array.Empty<JsonNode?>(),
            JsonArray array => array,
            _ => new JsonNode?[] { node },
        };
}
