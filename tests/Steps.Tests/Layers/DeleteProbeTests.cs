using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Steps.Tests.Layers;

public sealed class DeleteProbeTests
{
    private readonly ProbedRelease _release = new();

    [Fact]
    public async Task A_probe_is_deleted()
    {
        Assert.Equal(new ItemResult(ProbedRelease.Probe, "deleted"), await _release.DeleteProbe.DeleteProbe(_release.Input));
        await _release
            .Lambda.Received(1)
            .DeleteFunctionAsync(Arg.Is<DeleteFunctionRequest>(r => r.FunctionName == ProbedRelease.Probe), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_probe_that_was_never_created_or_is_gone_already_is_no_failure()
    {
        _release
            .Lambda.DeleteFunctionAsync(Arg.Any<DeleteFunctionRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new ResourceNotFoundException("gone"));

        Assert.Equal("deleted", (await _release.DeleteProbe.DeleteProbe(_release.Input)).Outcome);
    }

    [Fact]
    public async Task A_probe_that_is_still_being_created_is_deleted_later()
    {
        _release
            .Lambda.DeleteFunctionAsync(Arg.Any<DeleteFunctionRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new ResourceConflictException("Pending"));

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _release.DeleteProbe.DeleteProbe(_release.Input));
    }
}
