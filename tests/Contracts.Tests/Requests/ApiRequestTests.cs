using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Requests;

public sealed class ApiRequestTests
{
    [Fact]
    public void Everything_that_is_wrong_with_the_routes_is_told_at_once() => Assert.Equal(
        """
        The release request has 6 errors:
        - api/0: must have exactly one of id and name
        - api/0/routes/0/function: "nobody" is not one of this request's functions
        - api/0/routes: "POST /a" stands 2 times; a method leads to one function
        - api/1: must have exactly one of id and name
        - api/1/routes/0/function: "nobody" is not one of this request's functions
        - api/1/routes/1/function: "nobody" is not one of this request's functions
        """,
        Error("""
            [
              { "stage": "live", "routes": [{ "method": "POST", "path": "/a", "function": "nobody" }, { "method": "POST", "path": "/a", "function": "orders" }] },
              { "id": "a1", "name": "hooks", "stage": "live", "routes": [{ "method": "ANY", "path": "/", "function": "nobody" }, { "method": "GET", "path": "/b", "function": "nobody" }] }
            ]
            """));

    [Fact]
    public void The_routes_of_a_stage_stand_in_one_place() => Assert.Contains(
        "api: stage \"live\" of \"hooks\" stands 2 times; name all its routes in one place",
        Error("""
            [
              { "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/a", "function": "orders" }] },
              { "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/b", "function": "orders" }] }
            ]
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Method_path_and_numbers_are_checked_with_their_limits()
    {
        var request = Request("""[{ "name": "hooks", "stage": "li ve", "routes": [{ "method": "post", "path": "a", "function": "orders" }] }]""");
        request["monitoring"] = JsonNode.Parse("""{ "errors": { "periodSeconds": 7 }, "logRetentionDays": 13 }""");
        request["performance"] = JsonNode.Parse("""{ "averageDuration": 0 }""");

        var errors = Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(request)).Errors.Select(e => e.Path);

        Assert.Equal(
            ["/api/0/stage", "/api/0/routes/0/method", "/api/0/routes/0/path", "/monitoring/errors/periodSeconds", "/monitoring/logRetentionDays", "/performance/averageDuration"], errors);
    }

    [Fact]
    public void What_is_left_out_is_by_default()
    {
        var request = RequestReader.Read(Request("[]"));

        Assert.Equal((false, 90, 30_000, 30_000), (request.Adopt, request.Monitoring.LogRetentionDays, request.Performance.AverageDuration, request.Performance.P95Duration));
        Assert.Null(request.Monitoring.Errors);
    }

    private static string Error(string api) => Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(Request(api))).Message;

    private static JsonObject Request(string api) => new()
    {
        ["application"] = "shop",
        ["environment"] = "development",
        ["functions"] = new JsonArray(JsonNode.Parse($$"""
            { "name": "orders", "artifact": { "sha256": "{{new string('a', 64)}}", "size": 1 }, "runtime": "dotnet10", "handler": "Orders",
              "role": "arn:aws:iam::123456789012:role/orders", "smokeTests": [{ "name": "health" }] }
            """)),
        ["api"] = JsonNode.Parse(api),
    };
}
