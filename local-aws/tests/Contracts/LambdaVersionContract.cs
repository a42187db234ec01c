using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonLambda))]
public sealed class LambdaVersionContract(LocalAwsFixture aws) : LambdaContract(aws)
{
    [Fact]
    public async Task PublishVersion_without_a_change_gives_the_same_version()
    {
        var name = await FunctionAsync();
        var request = new PublishVersionRequest
        {
            FunctionName = name,
            Description = "first",
            CodeSha256 = (await ReadyAsync(name)).CodeSha256,
        };

        var version = await Lambda.PublishVersionAsync(request);

        Assert.Equal(("1", "first"), (version.Version, version.Description));
        Assert.Equal("1", (await Lambda.PublishVersionAsync(request)).Version);
        await Assert.ThrowsAsync<InvalidParameterValueException>(() =>
            Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name, CodeSha256 = "b3RoZXI=" })
        );
    }

    [Fact]
    public async Task ListVersionsByFunction_has_the_latest_and_each_published_version()
    {
        var name = await FunctionWithAliasAsync();

        var versions = (await Lambda.ListVersionsByFunctionAsync(new ListVersionsByFunctionRequest { FunctionName = name })).Versions;

        Assert.Equal(["$LATEST", "1", "2"], versions.Select(version => version.Version));
    }

    [Fact]
    public async Task CreateAlias_names_a_version()
    {
        var name = await FunctionWithAliasAsync();

        var alias = await Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "next",
                FunctionVersion = "2",
                Description = "d",
            }
        );

        Assert.Equal(("next", "2", "d"), (alias.Name, alias.FunctionVersion, alias.Description));
        await Assert.ThrowsAsync<ResourceConflictException>(() =>
            Lambda.CreateAliasAsync(
                new CreateAliasRequest
                {
                    FunctionName = name,
                    Name = "next",
                    FunctionVersion = "1",
                }
            )
        );
    }

    [Fact]
    public async Task GetAlias_of_an_unknown_alias_is_not_found()
    {
        var name = await FunctionWithAliasAsync();

        Assert.Equal("1", (await Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" })).FunctionVersion);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "no" })
        );
    }

    [Fact]
    public async Task UpdateAlias_shifts_weight_and_an_empty_map_takes_it_back()
    {
        var name = await FunctionWithAliasAsync();
        var before = await Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" });

        var shifted = await Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
                RevisionId = before.RevisionId,
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["2"] = 0.25 } },
            }
        );
        Assert.Equal(0.25, shifted.RoutingConfig.AdditionalVersionWeights["2"]);

        var promoted = await Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "2",
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = [] },
            }
        );
        Assert.Equal("2", promoted.FunctionVersion);
        Assert.True(promoted.RoutingConfig?.AdditionalVersionWeights is null or { Count: 0 });
        await Assert.ThrowsAsync<PreconditionFailedException>(() =>
            Lambda.UpdateAliasAsync(
                new UpdateAliasRequest
                {
                    FunctionName = name,
                    Name = "live",
                    FunctionVersion = "1",
                    RevisionId = before.RevisionId,
                }
            )
        );
    }

    [Fact]
    public async Task ListAliases_can_be_of_one_version()
    {
        var name = await FunctionWithAliasAsync();
        await Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "next",
                FunctionVersion = "2",
            }
        );

        Assert.Equal(["live", "next"], await NamesAsync(null));
        Assert.Equal(["next"], await NamesAsync("2"));

        async Task<IEnumerable<string>> NamesAsync(string? version) =>
            (await Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = name, FunctionVersion = version }))
                .Aliases.Select(alias => alias.Name)
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task DeleteAlias_leaves_the_version()
    {
        var name = await FunctionWithAliasAsync();

        await Lambda.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = name, Name = "live" });

        Assert.Empty((await Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = name })).Aliases);
        Assert.Equal(
            "1",
            (await Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = "1" })).Configuration.Version
        );
    }

    [Fact]
    public async Task Invoke_of_an_alias_returns_which_version_ran()
    {
        var name = await FunctionAsync();
        await VersionAsync(name, "def handler(event, context):\n    return context.invoked_function_arn\n");
        await Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
            }
        );

        var answer = await Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = name,
                Qualifier = "live",
                Payload = "{}",
            }
        );

        Assert.Equal("1", answer.ExecutedVersion);
        Assert.Contains(name + ":live", System.Text.Encoding.UTF8.GetString(answer.Payload.ToArray()), StringComparison.Ordinal);
    }
}
