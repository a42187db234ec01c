using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

/// <summary>What the gateway asks the launcher to run functions.</summary>
[Collection(SharedMoto.Name)]
public sealed class FunctionRouteSpecs(CorrectedMoto moto) : IDisposable
{
    private readonly AwsClients _aws = new(moto.Address);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("{0}", null, null, "$LATEST")]
    [InlineData("{0}:live", null, "live", "1")]
    [InlineData("{0}", "2", "2", "2")]
    [InlineData("123456789012:function:{0}", "live", "live", "1")]
    [InlineData("arn:aws:lambda:us-west-2:123456789012:function:{0}:2", null, "2", "2")]
    public async Task A_function_is_resolved_by_name_and_arn(string form, string? qualifier, string? expected, string version)
    {
        var name = await TestFunctions.CreateWithAliasAsync(_aws);
        var found = await FunctionAsync(string.Format(null, form, name), qualifier);
        Assert.Equal(
            (name, $"arn:aws:lambda:us-west-2:123456789012:function:{name}", expected),
            ((string?)found["FunctionName"], (string?)found["FunctionArn"], (string?)found["Qualifier"])
        );
        Assert.Equal(
            $$"""[{"Version":"{{version}}","Weight":1}]""",
            found["Routes"]!.ToJsonString().Replace("1.0", "1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_weighted_alias_has_two_routes()
    {
        var name = await TestFunctions.CreateWithAliasAsync(_aws);
        await _aws.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["2"] = 0.1 } },
            }
        );
        var routes = (await FunctionAsync(name, "live"))["Routes"]!.AsArray();
        Assert.Equal([("1", 0.9), ("2", 0.1)], routes.Select(route => ((string)route!["Version"]!, (double)route["Weight"]!)));
    }

    [Fact]
    public async Task Unknown_functions_versions_and_layers_are_404()
    {
        var name = await TestFunctions.CreateAsync(_aws);
        foreach (
            var route in new[]
            {
                "function?name=nobody",
                $"function?name={name}&qualifier=9",
                $"version?name={name}&version=9",
                $"code?name={name}&version=9",
                "layer?arn=arn:aws:lambda:us-west-2:123456789012:layer:nothing:1",
                "stage?api=none&stage=none",
            }
        )
            Assert.Equal(404, (int)(await _aws.LocalAsync(HttpMethod.Get, route)).Status);
    }

    [Fact]
    public async Task A_version_returns_what_its_sandbox_needs()
    {
        var name = await TestFunctions.CreateAsync(
            _aws,
            request =>
            {
                request.Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["KEY"] = "value" } };
                request.MemorySize = 256;
                request.DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-west-2:123456789012:dead" };
            }
        );
        await _aws.Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 2 }
        );
        var version = await VersionAsync(name);
        Assert.Equal("value", (string?)version["Environment"]!["KEY"]);
        Assert.Equal((256, 3, 2), ((int)version["MemorySize"]!, (int)version["Timeout"]!, (int)version["ReservedConcurrency"]!));
        Assert.Equal("arn:aws:sqs:us-west-2:123456789012:dead", (string?)version["DeadLetterArn"]);
        Assert.Equal("Active", (string?)version["State"]);
    }

    [Fact]
    public async Task The_code_of_a_running_generation_stays_available_while_an_update_replaces_it()
    {
        var name = await TestFunctions.CreateAsync(_aws);
        var before = await VersionAsync(name);
        await _aws.Lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = TestFunctions.Zip("new") }
        );
        await _aws.SettleAsync(name);
        var after = await VersionAsync(name);
        Assert.Equal((string?)before["CodeSha256"], await CodeDigestAsync(name, (string)before["Generation"]!));
        Assert.Equal((string?)after["CodeSha256"], await CodeDigestAsync(name, (string)after["Generation"]!));
    }

    private async Task<JsonNode> FunctionAsync(string name, string? qualifier) =>
        (await _aws.LocalAsync(HttpMethod.Get, $"function?name={name}" + (qualifier is null ? "" : $"&qualifier={qualifier}"))).Json;

    private async Task<JsonNode> VersionAsync(string name) =>
        (await _aws.LocalAsync(HttpMethod.Get, $"version?name={name}&version=$LATEST")).Json;

    private async Task<string> CodeDigestAsync(string name, string generation)
    {
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(
            new Uri(_aws.Endpoint, $"moto-api/local/code?name={name}&version=$LATEST&generation={generation}")
        );
        return Convert.ToBase64String(SHA256.HashData(bytes));
    }
}
