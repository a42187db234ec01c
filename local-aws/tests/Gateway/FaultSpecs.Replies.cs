using System.Net;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed partial class FaultSpecs
{
    [Fact]
    public async Task A_lost_reply_comes_after_the_effect()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.ReplyLost,
            }
        );
        await Assert.ThrowsAsync<HttpRequestException>(() => _gateway.SendAsync("PUT", UpdateAlias, "lambda"));
        Assert.Single(_gateway.Moto.Received);
        // The caller hears of the lost connection before the call is written down.
        await Eventually.TrueAsync(() => _gateway.Parts.Calls.Snapshot().Count == 1, "the call is recorded");
        Assert.Equal(0, Assert.Single(_gateway.Parts.Calls.Snapshot()).Status);
    }

    [Fact]
    public async Task An_unanswered_call_has_no_effect_and_ends_when_its_caller_gives_up()
    {
        Set(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = FaultKind.Timeout,
            }
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _gateway.Http.SendAsync(_gateway.Signed("PUT", UpdateAlias, "lambda"), patience.Token)
        );
        Assert.Empty(_gateway.Moto.Received);
    }

    [Theory]
    [InlineData(FaultKind.Timeout)]
    [InlineData(FaultKind.Delayed)]
    public async Task An_unanswered_call_is_cut_at_the_limit(FaultKind kind)
    {
        await using var gateway = await TestGateway.StartAsync(
            new GatewayOptions { Id = "test", UnansweredLimit = TimeSpan.FromMilliseconds(50) }
        );
        gateway.Parts.Faults.Add(
            new Fault
            {
                Service = "lambda",
                Operation = "UpdateAlias",
                Kind = kind,
            }
        );
        await Assert.ThrowsAsync<HttpRequestException>(() => gateway.SendAsync("PUT", UpdateAlias, "lambda"));
        Assert.Empty(gateway.Moto.Received);
    }

    [Fact]
    public async Task A_held_call_takes_effect_when_the_fault_is_removed()
    {
        var fault = new Fault
        {
            Service = "lambda",
            Operation = "UpdateAlias",
            Kind = FaultKind.Delayed,
        };
        Set(fault);
        var held = _gateway.SendAsync("PUT", UpdateAlias, "lambda");
        await Eventually.TrueAsync(() => _gateway.Parts.Faults.HitCount(fault) == 1, "the call is held");
        await AssertStatusesAsync(200);
        Assert.False(held.IsCompleted);
        Assert.Single(_gateway.Moto.Received);

        _gateway.Parts.Faults.Remove(fault);

        using var answer = await held.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, _gateway.Moto.Received.Count);
    }

    [Fact]
    public async Task A_held_call_whose_caller_gives_up_never_takes_effect()
    {
        var fault = new Fault
        {
            Service = "lambda",
            Operation = "UpdateAlias",
            Kind = FaultKind.Delayed,
        };
        Set(fault);
        using var patience = new CancellationTokenSource();
        var held = _gateway.Http.SendAsync(_gateway.Signed("PUT", UpdateAlias, "lambda"), patience.Token);
        await Eventually.TrueAsync(() => _gateway.Parts.Faults.HitCount(fault) == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
        // Recorded without an answer: the gateway knows that the caller has gone.
        await Eventually.TrueAsync(() => _gateway.Parts.Calls.Snapshot().Any(call => call.Status == 0));
        _gateway.Parts.Faults.Remove(fault);
        await AssertStatusesAsync(200);
        Assert.Single(_gateway.Moto.Received);
    }
}
