using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Requests;

public sealed class ApiRequestTests
{
    [Fact]
    public void Everything_that_is_wrong_with_the_routes_is_reported_at_once() =>
        Assert.Equal(
            """
            The release request has 6 errors:
            - api/0: must have exactly one of id and name
            - api/0/routes/0/function: "nobody" is not one of this request's functions
            - api/0/routes: "POST /a" is listed 2 times; a method points to one function
            - api/1: must have exactly one of id and name
            - api/1/routes/0/function: "nobody" is not one of this request's functions
            - api/1/routes/1/function: "nobody" is not one of this request's functions
            """,
            Error(
                """
                [
                  { "stage": "live", "routes": [{ "method": "POST", "path": "/a", "function": "nobody" }, { "method": "POST", "path": "/a", "function": "orders" }] },
                  { "id": "a1", "name": "hooks", "stage": "live", "routes": [{ "method": "ANY", "path": "/", "function": "nobody" }, { "method": "GET", "path": "/b", "function": "nobody" }] }
                ]
                """
            )
        );

    [Fact]
    public void The_routes_of_a_stage_stand_in_one_place() =>
        Assert.Contains(
            "api: stage \"live\" of \"hooks\" is listed 2 times; name all its routes in one place",
            Error(
                """
                [
                  { "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/a", "function": "orders" }] },
                  { "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/b", "function": "orders" }] }
                ]
                """
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("POST", "/orders/7?full=true", true)]
    [InlineData("GET", "/orders/7", false)]
    [InlineData("POST", "/orders", false)]
    [InlineData("POST", "/orders/7/lines", false)]
    [InlineData("PUT", "/files/a/b", true)]
    [InlineData("PUT", "/files", false)]
    public void A_call_is_answered_by_a_route_with_its_method_and_path(string method, string path, bool answered)
    {
        var call = new ApiCall { Method = method, Path = path };

        Assert.Equal(answered, call.Meets("POST", "/orders/{id}") || call.Meets("ANY", "/files/{path+}"));
    }

    [Fact]
    public void A_test_calls_a_route_of_the_request()
    {
        var request = Request(
            """[{ "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/hooks/{id}", "function": "orders" }] }]"""
        );
        request["endToEndTests"] = JsonNode.Parse(
            """
            [
              { "name": "right", "call": { "method": "POST", "path": "/hooks/7" } },
              { "name": "wrong path", "call": { "method": "POST", "path": "/hoks/7" } },
              { "name": "wrong API", "call": { "method": "POST", "path": "/hooks/7", "api": "other" } },
              { "name": "both", "function": "orders", "call": { "method": "POST", "path": "/hooks/7" } },
              { "name": "neither" }
            ]
            """
        );

        Assert.Equal(
            """
            The release request has 4 errors:
            - endToEndTests/1/call: "POST /hoks/7" is no route of this request's APIs; the routes of this request are: POST /hooks/{id} of API "hooks"
            - endToEndTests/2/call: "POST /hooks/7" is no route of "other"; the routes of this request are: POST /hooks/{id} of API "hooks"
            - endToEndTests/3: must have exactly one of function and call
            - endToEndTests/4: must have exactly one of function and call
            """,
            Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(request)).Message
        );
    }

    [Fact]
    public void Headers_that_cannot_be_sent_are_reported()
    {
        var request = Request(
            """[{ "name": "hooks", "stage": "live", "routes": [{ "method": "POST", "path": "/hooks", "function": "orders" }] }]"""
        );
        request["endToEndTests"] = JsonNode.Parse(
            """
            [{ "name": "a call", "call": { "method": "POST", "path": "/hooks", "headers": { "X-Good": "a b", "X Bad": "x", "X-Lines": "a\n", "X-Umlaut": "ä", "host": "elsewhere" } } }]
            """
        );

        Assert.Equal(
            """
            The release request has 4 errors:
            - endToEndTests/0/call/headers/X Bad: the name must be letters, digits and !#$%&'*+-.^_`|~ only
            - endToEndTests/0/call/headers/X-Lines: the value must be printable ASCII characters
            - endToEndTests/0/call/headers/X-Umlaut: the value must be printable ASCII characters
            - endToEndTests/0/call/headers/host: is set by the call itself; leave it out
            """,
            Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(request)).Message
        );
    }

    [Fact]
    public void Method_path_and_numbers_are_checked_with_their_limits()
    {
        var request = Request(
            """[{ "name": "hooks", "stage": "li ve", "routes": [{ "method": "post", "path": "a", "function": "orders" }] }]"""
        );
        request["monitoring"] = JsonNode.Parse("""{ "errors": { "periodSeconds": 7 }, "logRetentionDays": 13 }""");
        request["performance"] = JsonNode.Parse("""{ "averageDuration": 0 }""");

        var errors = Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(request)).Errors.Select(e => e.Path);

        Assert.Equal(
            [
                "/api/0/stage",
                "/api/0/routes/0/method",
                "/api/0/routes/0/path",
                "/monitoring/errors/periodSeconds",
                "/monitoring/logRetentionDays",
                "/performance/averageDuration",
            ],
            errors
        );
    }

    [Fact]
    public void What_is_left_out_is_by_default()
    {
        var request = RequestReader.Read(Request("[]"));

        Assert.Equal(
            (false, 90, 30_000, 30_000),
            (request.Adopt, request.Monitoring.LogRetentionDays, request.Performance.AverageDuration, request.Performance.P95Duration)
        );
        Assert.Null(request.Monitoring.Errors);
    }

    private static string Error(string api) =>
        Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(Request(api))).Message;

    private static JsonObject Request(string api) =>
        new()
        {
            ["application"] = "shop",
            ["environment"] = "development",
            ["functions"] = new JsonArray(
                JsonNode.Parse(
                    $$"""
                    { "name": "orders", "artifact": { "sha256": "{{new string(
                        'a',
                        64
                    )}}", "size": 1 }, "runtime": "dotnet10", "handler": "Orders",
                      "role": "arn:aws:iam::123456789012:role/orders", "smokeTests": [{ "name": "health" }] }
                    """
                )
            ),
            ["api"] = JsonNode.Parse(api),
        };
}
