using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

/// <summary>A release succeeds only if its routes and triggers, read again, lead to the alias.</summary>
public sealed class LiveIntegrationsTests : IAsyncLifetime, IDisposable
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:orders";

    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        _world.Apis.Has(FakeApis.Mock());
        HasTarget(Function);
        await _world.ShiftAsync(
            Shop.Request(_world.Function()) with
            {
                Adopt = true,
                Api =
                [
                    new ApiRequest
                    {
                        Name = "hooks api1",
                        Stage = "live",
                        Routes =
                        [
                            new ApiRoute
                            {
                                Method = "POST",
                                Path = "/hooks",
                                Function = "orders",
                            },
                        ],
                    },
                ],
            }
        );
        await _world.Get<ConfigureMonitoringStep>().ConfigureMonitoring(_world.Input());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task All_as_the_release_made_it_is_a_success() =>
        Assert.Equal(ReleaseStatus.Succeeded, (await _world.Get<CompleteReleaseStep>().CompleteRelease(_world.Input())).Status);

    [Fact]
    public async Task A_route_that_leads_elsewhere_by_now_is_no_success()
    {
        _world.Apis.Edits(FakeApis.Proxy("orders"));

        await FailsAsync("""- POST /hooks of API "hooks api1" does not point to orders:live""");
    }

    [Fact]
    public async Task A_route_that_is_no_longer_permitted_is_no_success()
    {
        await _world.Lambda.Client.RemovePermissionAsync(
            new RemovePermissionRequest
            {
                FunctionName = "orders",
                Qualifier = "live",
                StatementId = _world.Lambda.Sent<AddPermissionRequest>().Single(p => p.Principal == "apigateway.amazonaws.com").StatementId,
            }
        );

        await FailsAsync("- orders:live does not let arn:aws:execute-api:us-west-2:123456789012:api1/live/POST/hooks invoke it");
    }

    [Fact]
    public async Task An_adopted_trigger_that_was_turned_back_is_no_success()
    {
        HasTarget(Function);

        await FailsAsync("- rule-target:shop/pushes/t does not invoke orders:live");
    }

    private async Task FailsAsync(string difference)
    {
        var error = await Assert.ThrowsAsync<ReleaseNotLiveException>(() =>
            _world.Get<CompleteReleaseStep>().CompleteRelease(_world.Input())
        );
        Assert.Contains(difference, error.Message, StringComparison.Ordinal);
    }

    private void HasTarget(string arn) => _world.Events.Has("shop", "pushes", new Target { Id = "t", Arn = arn });
}
