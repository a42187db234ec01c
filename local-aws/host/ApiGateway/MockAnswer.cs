using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>
/// What a MOCK integration answers: its request template says a status, the integration response whose pattern takes that status
/// says the rest (API Gateway developer guide, "Mock integrations"). Templates are taken as they stand, without VTL.
/// </summary>
internal static class MockAnswer
{
    private const string Json = "application/json";

    public static (int Status, string Body) Of(StageIntegration integration, string? contentType)
    {
        var status = StatusOf(
            integration.RequestTemplates.GetValueOrDefault(contentType ?? Json) ?? integration.RequestTemplates.GetValueOrDefault(Json)
        );
        var response =
            integration.Responses.FirstOrDefault(r => r.Pattern.Length > 0 && Regex.IsMatch($"{status}", $"^(?:{r.Pattern})$"))
            ?? integration.Responses.FirstOrDefault(r => r.Pattern.Length == 0);
        return response is null
            ? integration.Responses.Count == 0
                ? (200, "")
                : (500, """{"message": "Internal server error"}""")
            : (
                int.Parse(response.Status, System.Globalization.CultureInfo.InvariantCulture),
                response.Templates.GetValueOrDefault(Json) ?? ""
            );
    }

    private static int StatusOf(string? template)
    {
        try
        {
            return (int?)JsonNode.Parse(template ?? "null")?["statusCode"] ?? 200;
        }
        catch (JsonException)
        {
            return 200;
        }
    }
}

/// <param name="Status">What the method answers.</param>
/// <param name="Pattern">The statuses of the integration that it is for; empty = all others.</param>
internal sealed record MockResponse(string Status, string Pattern, IReadOnlyDictionary<string, string> Templates)
{
    public static MockResponse Parse(string status, JsonNode json) =>
        new(status, (string?)json["Pattern"] ?? "", StageIntegration.Texts(json["Templates"]));
}
