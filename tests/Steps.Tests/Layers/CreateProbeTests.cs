using System.IO.Compression;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using ResourceConflictException = Amazon.Lambda.Model.ResourceConflictException;

namespace CodeRipple.Workflow.Steps.Tests.Layers;

public sealed class CreateProbeTests
{
    [Theory]
    [InlineData("dotnet10", "CodeRipple.Workflow.Probe", "CodeRipple.Workflow.Probe.dll", "CodeRipple.Workflow.Probe.runtimeconfig.json")]
    [InlineData("python3.13", "coderipple_probe.handler", "coderipple_probe.py")]
    [InlineData("nodejs22.x", "coderipple_probe.handler", "coderipple_probe.mjs")]
    public async Task A_probe_has_the_code_of_its_runtime_and_the_layers_in_their_order(
        string runtime,
        string handler,
        params string[] files
    )
    {
        var release = new ProbedRelease(runtime);
        var sent = Sent(release);

        var result = await release.CreateProbe.CreateProbe(release.Input);

        Assert.Equal(new ItemResult(ProbedRelease.Probe, "created"), result);
        var (request, code) = Assert.Single(sent);
        Assert.Equal(
            (ProbedRelease.Probe, runtime, handler, "arn:role", 512, 60, "arm64", "/probes"),
            (
                request.FunctionName,
                request.Runtime.Value,
                request.Handler,
                request.Role,
                request.MemorySize,
                request.Timeout,
                Assert.Single(request.Architectures),
                request.LoggingConfig.LogGroup
            )
        );
        Assert.Equal([ProbedRelease.DependenciesArn, ProbedRelease.ForeignArn, ProbedRelease.PackageArn], request.Layers);
        Assert.Equal("/opt", request.Environment.Variables["PROBE_ROOT"]);
        Assert.Equal(files, code);
    }

    [Fact]
    public async Task The_journal_says_that_there_was_no_probe_before_there_is_one()
    {
        var release = new ProbedRelease();

        await release.CreateProbe.CreateProbe(release.Input);

        Received.InOrder(() =>
        {
            release.DynamoDb.TransactWriteItemsAsync(
                Arg.Is<TransactWriteItemsRequest>(r => r.TransactItems[1].Put.Item["sk"].S == $"JOURNAL#40#function:{ProbedRelease.Probe}"),
                Arg.Any<CancellationToken>()
            );
            release.Lambda.CreateFunctionAsync(Arg.Any<CreateFunctionRequest>(), Arg.Any<CancellationToken>());
            release.DynamoDb.PutItemAsync(
                Arg.Is<PutItemRequest>(r => r.Item["document"].S.Contains("\"done\":true")),
                Arg.Any<CancellationToken>()
            );
        });
    }

    [Fact]
    public async Task A_probe_that_is_there_already_is_taken()
    {
        var release = new ProbedRelease();
        release.IsThere("Pending");

        Assert.Equal("exists already", (await release.CreateProbe.CreateProbe(release.Input)).Outcome);
        await release.Lambda.DidNotReceiveWithAnyArgs().CreateFunctionAsync(null, default);
    }

    [Fact]
    public async Task A_conflict_is_looked_into_by_the_next_delivery()
    {
        var release = new ProbedRelease();
        release
            .Lambda.CreateFunctionAsync(Arg.Any<CreateFunctionRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new ResourceConflictException("exists"));

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => release.CreateProbe.CreateProbe(release.Input));
    }

    [Fact]
    public async Task A_function_of_that_name_that_somebody_else_has_made_is_left_alone()
    {
        var release = new ProbedRelease();
        release.IsThere(madeBy: null);

        await Assert.ThrowsAsync<DriftDetectedException>(() => release.CreateProbe.CreateProbe(release.Input));
    }

    [Fact]
    public async Task Without_the_lock_nothing_is_created()
    {
        var release = new ProbedRelease();
        release
            .DynamoDb.TransactWriteItemsAsync(Arg.Any<TransactWriteItemsRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(
                new TransactionCanceledException("cancelled")
                {
                    CancellationReasons = [new() { Code = "ConditionalCheckFailed" }, new() { Code = "None" }],
                }
            );

        await Assert.ThrowsAsync<LockLostException>(() => release.CreateProbe.CreateProbe(release.Input));
        await release.Lambda.DidNotReceiveWithAnyArgs().CreateFunctionAsync(null, default);
    }

    private static List<(CreateFunctionRequest Request, string[] Files)> Sent(ProbedRelease release)
    {
        var sent = new List<(CreateFunctionRequest, string[])>();
        release.Lambda.CreateFunctionAsync(
            Arg.Do<CreateFunctionRequest>(r => sent.Add((r, FilesOf(r.Code.ZipFile)))),
            Arg.Any<CancellationToken>()
        );
        return sent;
    }

    private static string[] FilesOf(MemoryStream zip) =>
        [.. new ZipArchive(new MemoryStream(zip.ToArray())).Entries.Select(e => e.FullName)];
}
