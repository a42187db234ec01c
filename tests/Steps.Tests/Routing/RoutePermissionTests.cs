using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

/// <summary>What routes need in the policy of an alias, which holds 20,480 bytes.</summary>
public sealed class RoutePermissionTests : IAsyncLifetime, IDisposable
{
    private const string Stage = "arn:aws:execute-api:us-west-2:123456789012:api1/live/";

    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        _world.Apis.Has(FakeApis.Mock(), path: "/resource-00");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(70)]
    [InlineData(300)]
    public async Task Many_routes_of_a_stage_take_one_statement(int routes)
    {
        var paths = Paths(routes);

        await _world.CompleteAsync(Request(paths));

        Assert.Equal(Stage + "POST/resource-*", Assert.Single(_world.Lambda.Sent<AddPermissionRequest>()).SourceArn);
    }

    [Fact]
    public async Task Statements_of_an_earlier_version_one_for_each_method_give_way_and_those_of_others_stay()
    {
        var paths = Paths(3);
        var old = paths.Select(p => Ours(Stage + "POST" + p)).ToList();
        _world.Lambda.Permits("orders", "live", "by-hand", "apigateway.amazonaws.com", Stage + "POST/resource-01");

        await _world.CompleteAsync(Request(paths));

        Assert.Equal(["by-hand", Id(Stage + "POST/resource-0*")], _world.Lambda.Statements("orders", "live"));
        var events = _world.History.Events.ToList();
        Assert.True(events.IndexOf("AddPermission orders") < events.IndexOf("CreateDeployment api1"));
        Assert.True(events.IndexOf("CreateDeployment api1") < events.IndexOf("RemovePermission orders"));
        Assert.Equal(old.Count, _world.Lambda.Sent<RemovePermissionRequest>().Count);
    }

    [Fact]
    public async Task A_rollback_puts_removed_statements_back_before_the_stage_turns_back()
    {
        var paths = Paths(2);
        var old = paths.Select(p => Ours(Stage + "POST" + p)).ToList();
        await _world.StartAsync(Request(paths));
        await _world.RouteAsync();
        Assert.Equal([Id(Stage + "POST/resource-0*")], _world.Lambda.Statements("orders", "live"));
        _world.History.Clear();

        await _world.RevertAsync();

        Assert.Equal(old.Order(), _world.Lambda.Statements("orders", "live").Order());
        var events = _world.History.Events.ToList();
        Assert.True(events.LastIndexOf("AddPermission orders") < events.IndexOf("UpdateStage api1"));
        Assert.DoesNotContain(await _world.VerifyAsync(), r => r.Outcome == RevertOutcome.NotRestored);
    }

    [Fact]
    public async Task A_statement_is_stale_once_its_route_leads_elsewhere_its_stage_or_its_API_is_gone()
    {
        Ours(Stage + "POST/elsewhere");
        Ours(Stage.Replace("/live/", "/gone/", StringComparison.Ordinal) + "POST/resource-00");
        Ours(Stage.Replace("api1", "gone", StringComparison.Ordinal) + "POST/resource-00");

        await _world.CompleteAsync(Request(Paths(1)));

        Assert.Equal([Id(Stage + "POST/resource-00")], _world.Lambda.Statements("orders", "live"));
    }

    [Fact]
    public async Task A_statement_stays_while_a_route_that_the_request_no_longer_names_leads_to_the_alias()
    {
        var paths = Paths(2);
        await _world.CompleteAsync(Request(paths));

        var planned = await _world.StartAsync(Request(paths[..1]) with { Id = "r2" });
        await _world.RouteAsync();

        Assert.True(planned.HasChanges);
        Assert.Contains(Id(Stage + "POST/resource-0*"), _world.Lambda.Statements("orders", "live"));
    }

    [Fact]
    public async Task A_policy_that_would_become_too_long_is_an_error_of_the_plan()
    {
        for (var i = 0; i < 70; i++)
            _world.Lambda.Permits("orders", "live", $"by-hand-{i}", "s3.amazonaws.com", $"arn:aws:s3:::{new string('b', 150)}-{i}");

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => _world.StartAsync(Request(Paths(1))));

        Assert.Matches(
            @"- functions/0: the policy of orders:live would have [\d,]+ bytes, and Lambda takes 20,480; remove statements that nothing needs: aws lambda get-policy --function-name orders --qualifier live",
            error.Message
        );
    }

    [Fact]
    public async Task A_route_that_is_right_but_not_permitted_is_a_change_without_a_deployment()
    {
        await _world.CompleteAsync(Request(Paths(1)));
        var deployment = _world.Apis.Deployment();
        await RemoveAsync(Id(Stage + "POST/resource-00"));

        var planned = await _world.StartAsync(Request(Paths(1)) with { Id = "r2" });
        await _world.RouteAsync();

        Assert.True(planned.HasChanges);
        Assert.Equal([Id(Stage + "POST/resource-00")], _world.Lambda.Statements("orders", "live"));
        Assert.Equal(deployment, _world.Apis.Deployment());
    }

    private Task RemoveAsync(string statement) =>
        _world.Lambda.Client.RemovePermissionAsync(
            new RemovePermissionRequest
            {
                FunctionName = "orders",
                Qualifier = "live",
                StatementId = statement,
            }
        );

    // A statement that an earlier release has made.
    private string Ours(string sourceArn)
    {
        _world.Lambda.Permits("orders", "live", Id(sourceArn), "apigateway.amazonaws.com", sourceArn);
        return Id(sourceArn);
    }

    private static string Id(string sourceArn) => PermissionStatement.For("apigateway.amazonaws.com", sourceArn).Id;

    private string[] Paths(int count)
    {
        var paths = Enumerable.Range(0, count).Select(i => $"/resource-{i:00}").ToArray();
        foreach (var path in paths.Skip(1))
            _world.Apis.Adds(path, FakeApis.Mock());
        return paths;
    }

    private ReleaseRequest Request(string[] paths) =>
        Shop.Request(_world.Function()) with
        {
            Api =
            [
                new ApiRequest
                {
                    Name = "hooks api1",
                    Stage = "live",
                    Routes =
                    [
                        .. paths.Select(path => new ApiRoute
                        {
                            Method = "POST",
                            Path = path,
                            Function = "orders",
                        }),
                    ],
                },
            ],
        };
}
