using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonLambda))]
public sealed class LambdaAccessContract(LocalAwsFixture aws) : LambdaContract(aws)
{
    [Fact]
    public async Task AddPermission_refuses_the_same_statement_twice()
    {
        var name = await FunctionWithAliasAsync();

        var added = await Lambda.AddPermissionAsync(Permission(name));

        Assert.Contains("events.amazonaws.com", added.Statement, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceConflictException>(() => Lambda.AddPermissionAsync(Permission(name)));
    }

    [Fact]
    public async Task GetPolicy_has_the_statement_of_that_alias_only()
    {
        var name = await FunctionWithAliasAsync();
        await Lambda.AddPermissionAsync(Permission(name));

        var policy = await Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" });

        Assert.Contains("\"from-events\"", policy.Policy, StringComparison.Ordinal);
        Assert.NotNull(policy.RevisionId);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name }));
    }

    [Fact]
    public async Task RemovePermission_takes_the_policy_away_with_its_last_statement()
    {
        var name = await FunctionWithAliasAsync();
        await Lambda.AddPermissionAsync(Permission(name));

        await Lambda.RemovePermissionAsync(
            new RemovePermissionRequest
            {
                FunctionName = name,
                Qualifier = "live",
                StatementId = "from-events",
            }
        );

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" })
        );
    }

    [Fact]
    public async Task GetAccountSettings_says_how_many_executions_may_run_at_once()
    {
        var settings = await Lambda.GetAccountSettingsAsync(new GetAccountSettingsRequest());

        Assert.Equal(1000, settings.AccountLimit.ConcurrentExecutions);
        Assert.InRange(settings.AccountLimit.UnreservedConcurrentExecutions!.Value, 100, 1000);
    }

    [Fact]
    public async Task PutFunctionConcurrency_reserves()
    {
        var name = await FunctionAsync();

        var answer = await Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 3 }
        );

        Assert.Equal(3, answer.ReservedConcurrentExecutions);
    }

    [Fact]
    public async Task GetFunctionConcurrency_returns_what_is_reserved()
    {
        var name = await FunctionAsync();
        await Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 4 }
        );

        Assert.Equal(
            4,
            (
                await Lambda.GetFunctionConcurrencyAsync(new GetFunctionConcurrencyRequest { FunctionName = name })
            ).ReservedConcurrentExecutions
        );
    }

    [Fact]
    public async Task DeleteFunctionConcurrency_reserves_nothing_any_more()
    {
        var name = await FunctionAsync();
        await Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 5 }
        );

        await Lambda.DeleteFunctionConcurrencyAsync(new DeleteFunctionConcurrencyRequest { FunctionName = name });

        Assert.Null(
            (
                await Lambda.GetFunctionConcurrencyAsync(new GetFunctionConcurrencyRequest { FunctionName = name })
            ).ReservedConcurrentExecutions
        );
    }

    [Fact]
    public async Task GetProvisionedConcurrencyConfig_of_an_alias_without_one_is_its_own_error()
    {
        var name = await FunctionWithAliasAsync();

        await Assert.ThrowsAsync<ProvisionedConcurrencyConfigNotFoundException>(() =>
            Lambda.GetProvisionedConcurrencyConfigAsync(
                new GetProvisionedConcurrencyConfigRequest { FunctionName = name, Qualifier = "live" }
            )
        );
    }

    [Fact]
    public async Task CreateFunctionUrlConfig_gives_a_URL()
    {
        var created = await UrlAsync(await FunctionAsync(), qualifier: null);

        Assert.StartsWith("https://", created.FunctionUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListFunctionUrlConfigs_has_those_of_the_function_and_of_its_aliases()
    {
        var name = await FunctionWithAliasAsync();
        await UrlAsync(name, qualifier: null);
        await UrlAsync(name, "live");

        var found = (
            await Lambda.ListFunctionUrlConfigsAsync(new ListFunctionUrlConfigsRequest { FunctionName = name })
        ).FunctionUrlConfigs;

        Assert.Equal([name, "live"], found.Select(url => url.FunctionArn.Split(':')[^1]));
        Assert.All(found, url => Assert.Equal(FunctionUrlAuthType.AWS_IAM, url.AuthType));
    }

    private Task<CreateFunctionUrlConfigResponse> UrlAsync(string function, string? qualifier) =>
        Lambda.CreateFunctionUrlConfigAsync(
            new CreateFunctionUrlConfigRequest
            {
                FunctionName = function,
                Qualifier = qualifier,
                AuthType = FunctionUrlAuthType.AWS_IAM,
            }
        );

    [Fact]
    public async Task ListEventSourceMappings_is_empty_for_a_function_without_one()
    {
        var name = await FunctionAsync();

        Assert.Empty(
            (await Lambda.ListEventSourceMappingsAsync(new ListEventSourceMappingsRequest { FunctionName = name })).EventSourceMappings
        );
    }

    [Fact]
    public async Task TagResource_adds()
    {
        var arn = (await ReadyAsync(await FunctionAsync(request => request.Tags = new() { ["a"] = "1" }))).FunctionArn;

        await Lambda.TagResourceAsync(
            new TagResourceRequest
            {
                Resource = arn,
                Tags = new() { ["b"] = "2" },
            }
        );

        Assert.Equal("2", (await Lambda.ListTagsAsync(new ListTagsRequest { Resource = arn })).Tags["b"]);
    }

    [Fact]
    public async Task ListTags_has_the_tags_of_the_creation()
    {
        var arn = (await ReadyAsync(await FunctionAsync(request => request.Tags = new() { ["a"] = "1" }))).FunctionArn;

        Assert.Equal("1", (await Lambda.ListTagsAsync(new ListTagsRequest { Resource = arn })).Tags["a"]);
    }

    [Fact]
    public async Task UntagResource_takes_keys_away()
    {
        var arn = (await ReadyAsync(await FunctionAsync(request => request.Tags = new() { ["a"] = "1", ["b"] = "2" }))).FunctionArn;

        await Lambda.UntagResourceAsync(new UntagResourceRequest { Resource = arn, TagKeys = ["a"] });

        Assert.Equal(["b"], (await Lambda.ListTagsAsync(new ListTagsRequest { Resource = arn })).Tags.Keys);
    }

    private static AddPermissionRequest Permission(string name) =>
        new()
        {
            FunctionName = name,
            Qualifier = "live",
            StatementId = "from-events",
            Action = "lambda:InvokeFunction",
            Principal = "events.amazonaws.com",
            SourceArn = "arn:aws:events:us-west-2:123456789012:rule/r",
        };
}
