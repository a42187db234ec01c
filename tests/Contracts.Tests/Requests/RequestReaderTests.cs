using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Requests;

public sealed class RequestReaderTests
{
    private static readonly string Sha = new('a', 64);

    [Fact]
    public void The_commented_sample_is_a_valid_request()
    {
        var request = RequestReader.Read(RequestReader.Parse(File.ReadAllText(Repository.Path("samples/release-request.json"))));

        Assert.Equal("coderipple", request.Application);
        Assert.Equal(2, request.Layers.Count);
        Assert.Equal(60, request.Functions[0].Timeout);
        Assert.Equal(request.Layers.Select(l => l.Name), request.Functions[0].Layers);
    }

    [Fact]
    public void A_short_request_gets_the_documented_defaults()
    {
        var request = RequestReader.Read(Valid());

        Assert.Null(request.Id);
        Assert.Equal("live", request.Alias);
        Assert.Empty(request.Layers);
        var function = Assert.Single(request.Functions);
        Assert.Equal(("x86_64", 128, 3, 512), (function.Architecture, function.MemorySize, function.Timeout, function.EphemeralStorage));
        Assert.Empty(function.Environment);
        Assert.Equal($"artifacts/{Sha}.zip", function.Artifact.ObjectKey);
    }

    [Theory]
    [InlineData("\"DB_PASSWORD=hunter22\"", "functions/0/environment: must be an object, but is a string")]
    [InlineData("{ \"PIN\": 271828 }", "functions/0/environment/PIN: must be a string, but is a number")]
    [InlineData("{ \"ON\": true }", "functions/0/environment/ON: must be a string, but is true or false")]
    [InlineData("{ \"A\": [\"hunter22\"] }", "functions/0/environment/A: must be a string, but is an array")]
    public void The_value_of_an_environment_variable_is_never_quoted(string environment, string error)
    {
        var request = Valid();
        request["functions"]![0]!["environment"] = JsonNode.Parse(environment);

        Assert.Equal(
            error,
            Assert.Single(Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(request)).Errors).ToString()
        );
    }

    [Fact]
    public void A_fully_wrong_request_gets_every_error_of_its_shape_at_once()
    {
        var errors = Errors(
            """
            {
              "application": "Code Ripple",
              "envronment": "development",
              "layers": {},
              "functions": [
                {
                  "name": "orders!",
                  "artifact": { "sha256": "ABC", "size": 0 },
                  "runtime": "cobol",
                  "handler": "a b",
                  "role": "admin",
                  "architecture": "sparc",
                  "memorySize": 64,
                  "timeout": "60",
                  "layers": ["1", "2", "3", "4", "5", "6"],
                  "smokeTests": []
                },
                null
              ]
            }
            """
        );

        Assert.Equal(
            """
            The release request has 16 errors:
            - application: must be 1 to 30 lower-case letters, digits or hyphens, beginning with a letter, but is "Code Ripple"
            - envronment: unknown member; known here: id, application, environment, requestedBy, reason, alias, layers, functions, traffic, endToEndTests, infrastructure, api, adopt, accept, monitoring, performance
            - layers: must be an array, but is an object
            - functions/0/name: must be 1 to 64 letters, digits, hyphens or underscores, but is "orders!"
            - functions/0/artifact/sha256: must be a SHA-256 as 64 hexadecimal digits in lower case, but is "ABC"
            - functions/0/artifact/size: must be 1 to 262144000, but is 0
            - functions/0/runtime: must be a Lambda runtime identifier such as dotnet10, python3.13 or nodejs22.x, but is "cobol"
            - functions/0/handler: must be 1 to 128 characters without white space, but is "a b"
            - functions/0/role: must be the ARN of an IAM role, but is "admin"
            - functions/0/architecture: must be one of x86_64, arm64, but is "sparc"
            - functions/0/memorySize: must be 128 to 10240, but is 64
            - functions/0/timeout: must be a whole number, but is "60"
            - functions/0/layers: must have at most 5 items, but has 6
            - functions/0/smokeTests: must have at least 1 item, but has 0
            - functions/1: must be an object, but is null
            - environment: is missing
            """,
            errors.Message
        );
    }

    [Fact]
    public void Rules_between_members_are_all_checked_at_once()
    {
        var request = Valid();
        var function = request["functions"]![0]!.AsObject();
        function["layers"] = new JsonArray("shared", "python-only");
        function["environment"] = new JsonObject
        {
            ["AWS_REGION"] = "x",
            ["K"] = "",
            ["9LIVES"] = "x",
            ["TAIL\n"] = "x",
            ["BIG"] = new string('x', 4100),
        };
        request["functions"]!.AsArray().Add(function.DeepClone());
        request["layers"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "python-only",
                ["artifact"] = new JsonObject { ["sha256"] = Sha, ["size"] = 1 },
                ["compatibleRuntimes"] = new JsonArray("python3.13"),
                ["probe"] = new JsonObject(),
            }
        );
        request["endToEndTests"] = new JsonArray(new JsonObject { ["name"] = "webhook", ["function"] = "nobody" });

        var errors = Errors(request.ToJsonString()).Errors.Select(e => e.ToString()).ToList();

        Assert.Contains("functions: \"orders\" is listed 2 times; names must be unique", errors);
        Assert.Contains(
            "functions/0/layers/0: unknown layer \"shared\"; name one of this request's layers or give the ARN of a layer version",
            errors
        );
        Assert.Contains("functions/0/layers/1: layer \"python-only\" is declared for python3.13, the function runs on dotnet10", errors);
        Assert.Contains("functions/0/environment/AWS_REGION: is reserved by Lambda; choose another name", errors);
        Assert.Contains(
            "functions/0/environment/K: the name must have two characters or more, begin with a letter, and have letters, digits and underscores only",
            errors
        );
        Assert.Contains(
            "functions/0/environment/9LIVES: the name must have two characters or more, begin with a letter, and have letters, digits and underscores only",
            errors
        );
        Assert.Contains(
            "functions/0/environment/TAIL\n: the name must have two characters or more, begin with a letter, and have letters, digits and underscores only",
            errors
        );
        Assert.Contains("functions/0/environment: has 4160 bytes as JSON; Lambda allows 4096 in all", errors);
        Assert.Contains("layers/0/probe: proves nothing; name at least one of types, imports, modules or files", errors);
        Assert.Contains("endToEndTests/0/function: \"nobody\" is not one of this request's functions", errors);
    }

    [Theory]
    [InlineData("nodejs22")]
    [InlineData("nodejs22.")]
    [InlineData("node22.x")]
    [InlineData("python3")]
    [InlineData("python313")]
    [InlineData("python3.13.")]
    [InlineData("dotnet10.0")]
    [InlineData("dotnet")]
    [InlineData("java")]
    [InlineData("ruby3")]
    [InlineData("provided.al")]
    [InlineData("provided.2023")]
    public void A_misspelt_runtime_is_refused_with_its_path_and_right_ones(string runtime)
    {
        var request = Valid();
        request["functions"]![0]!["runtime"] = runtime;

        Assert.Equal(
            new RequestError(
                "/functions/0/runtime",
                $"must be a Lambda runtime identifier such as dotnet10, python3.13 or nodejs22.x, but is \"{runtime}\""
            ),
            Assert.Single(Errors(request.ToJsonString()).Errors)
        );
    }

    [Theory]
    [InlineData("nodejs22.x")]
    [InlineData("python3.14")]
    [InlineData("dotnet8")]
    [InlineData("java8.al2")]
    [InlineData("ruby4.0")]
    [InlineData("provided.al2023")]
    [InlineData("nodejs28.x")]
    [InlineData("python3.20")]
    [InlineData("dotnet14")]
    [InlineData("java17.al2023")]
    public void A_runtime_that_Lambda_has_or_may_get_is_accepted(string runtime)
    {
        var request = Valid();
        request["functions"]![0]!["runtime"] = runtime;

        Assert.Equal(runtime, Assert.Single(RequestReader.Read(request).Functions).Runtime);
    }

    [Theory]
    [InlineData(4087, true)]
    [InlineData(4088, false)]
    public void The_environment_is_measured_as_Lambda_does(int length, bool accepted)
    {
        var request = Valid();
        // {"A1":"…"} has nine characters around the value.
        request["functions"]![0]!["environment"] = new JsonObject { ["A1"] = new string('x', length) };

        if (accepted)
            Assert.Single(RequestReader.Read(request).Functions);
        else
            Assert.Equal(
                new RequestError("/functions/0/environment", "has 4097 bytes as JSON; Lambda allows 4096 in all"),
                Assert.Single(Errors(request.ToJsonString()).Errors)
            );
    }

    [Theory]
    [InlineData(
        "java21",
        """{ "files": ["lib/x"] }""",
        "a layer cannot be proven on \"java21\", only on dotnet10, python3.* and nodejs*; leave it out, or take the layer out of the release"
    )]
    [InlineData(
        "dotnet8",
        """{ "types": ["X"] }""",
        "a layer cannot be proven on \"dotnet8\", only on dotnet10, python3.* and nodejs*; leave it out, or take the layer out of the release"
    )]
    [InlineData(
        "python3.13",
        """{ "types": ["X"], "modules": ["x"] }""",
        "the probe proves nothing on \"python3.13\"; add imports or files to it"
    )]
    [InlineData("nodejs22.x", """{ "imports": ["x"] }""", "the probe proves nothing on \"nodejs22.x\"; add modules or files to it")]
    [InlineData("dotnet10", """{ "imports": ["x"] }""", "the probe proves nothing on \"dotnet10\"; add types or files to it")]
    public void A_layer_is_refused_for_a_runtime_that_it_cannot_be_proven_on(string runtime, string probe, string problem)
    {
        var error = Assert.Single(Errors(WithLayer(runtime, probe).ToJsonString()).Errors);

        Assert.Equal(new RequestError("/layers/0/compatibleRuntimes/0", problem), error);
    }

    [Theory]
    [InlineData("dotnet10", """{ "types": ["X"] }""")]
    [InlineData("python3.9", """{ "imports": ["x"] }""")]
    [InlineData("nodejs22.x", """{ "modules": ["x"] }""")]
    [InlineData("nodejs24.x", """{ "files": ["x"] }""")]
    public void A_layer_is_accepted_for_a_runtime_that_its_probe_has_something_for(string runtime, string probe) =>
        Assert.Single(RequestReader.Read(WithLayer(runtime, probe)).Layers);

    [Fact]
    public void A_layer_version_of_somebody_else_may_be_named_by_its_arn()
    {
        var request = Valid();
        request["functions"]![0]!["layers"] = new JsonArray("arn:aws:lambda:us-west-2:123456789012:layer:insights:3");

        Assert.Single(RequestReader.Read(request).Functions[0].Layers);
    }

    [Fact]
    public void A_request_that_releases_nothing_is_refused() =>
        Assert.Equal(
            "(document): releases nothing; name at least one layer or function",
            Assert.Single(Errors("""{ "application": "a", "environment": "b" }""").Errors).ToString()
        );

    [Theory]
    [InlineData("null", "(document): must be an object, but is null")]
    [InlineData("[]", "(document): must be an object, but is an array")]
    public void A_document_that_is_no_request_is_refused(string json, string error) =>
        Assert.Equal(error, Assert.Single(Errors(json).Errors).ToString());

    [Fact]
    public void Text_that_is_not_json_is_refused() =>
        Assert.StartsWith("is not JSON", Assert.Single(Errors("{ nonsense").Errors).Problem, StringComparison.Ordinal);

    [Fact]
    public void Matchers_that_could_never_hold_are_found_before_any_test_runs()
    {
        var request = Valid();
        request["functions"]![0]!["smokeTests"]![0]!["expect"] = JsonNode.Parse(
            """
            { "statusCode": { "$gt": 200 }, "items": [{ "price": { "$gte": "10" } }], "name": { "$matches": "(" }, "found": { "$exists": "yes" }, "body": { "$gte": 1, "id": 7 } }
            """
        );
        request["endToEndTests"] = JsonNode.Parse("""[{ "name": "all", "function": "orders", "expect": { "code": { "$equals": 5 } } }]""");

        var errors = Errors(request.ToJsonString()).Errors.Select(e => e.ToString()).ToList();

        Assert.Equal(
            [
                "functions/0/smokeTests/0/expect/statusCode/$gt: is not a matcher; use one of $exists, $gte, $lte and $matches",
                "functions/0/smokeTests/0/expect/items/0/price/$gte: must be a number",
                "functions/0/smokeTests/0/expect/name/$matches: is no regular expression: Invalid pattern '(' at offset 1. Not enough )'s.",
                "functions/0/smokeTests/0/expect/found/$exists: must be true or false",
                "functions/0/smokeTests/0/expect/body/$gte: is mixed with members of the answer; put a matcher in an object of its own",
                "endToEndTests/0/expect/code/$equals: is not a matcher; use one of $exists, $gte, $lte and $matches",
            ],
            errors
        );
    }

    private static InvalidReleaseRequestException Errors(string json) =>
        Assert.Throws<InvalidReleaseRequestException>(() => RequestReader.Read(RequestReader.Parse(json)));

    private static JsonObject WithLayer(string runtime, string probe)
    {
        var request = Valid();
        request["layers"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "shared",
                ["artifact"] = new JsonObject { ["sha256"] = Sha, ["size"] = 1 },
                ["compatibleRuntimes"] = new JsonArray(runtime),
                ["probe"] = JsonNode.Parse(probe),
            }
        );
        return request;
    }

    private static JsonObject Valid() =>
        new()
        {
            ["application"] = "shop",
            ["environment"] = "development",
            ["functions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "orders",
                    ["artifact"] = new JsonObject { ["sha256"] = Sha, ["size"] = 1000 },
                    ["runtime"] = "dotnet10",
                    ["handler"] = "Orders",
                    ["role"] = "arn:aws:iam::123456789012:role/orders",
                    ["smokeTests"] = new JsonArray(new JsonObject { ["name"] = "health" }),
                }
            ),
        };
}
