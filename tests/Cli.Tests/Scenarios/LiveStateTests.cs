using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Cli.Tests.Workloads;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Rehearsal.Scenarios;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace CodeRipple.Workflow.Cli.Tests.Scenarios;

public sealed class LiveStateTests
{
    private static readonly string Released = Convert.ToBase64String(Convert.FromHexString(ArtifactUploads.Describe(Drafts.Code).Sha256));

    [Fact]
    public async Task Nothing_changed_is_all_old() =>
        Assert.Equal(LiveVerdict.AllOld, await CompareAsync(("1", "old"), ("1", "old"), ("1", "old"), ("1", "old")));

    [Fact]
    public async Task New_versions_with_the_released_code_are_all_new() =>
        Assert.Equal(LiveVerdict.AllNew, await CompareAsync(("1", "old"), ("1", "old"), ("2", Released), ("2", Released)));

    [Fact]
    public async Task Functions_that_were_not_there_before_are_new() =>
        Assert.Equal(LiveVerdict.AllNew, await CompareAsync((null, ""), (null, ""), ("1", Released), ("1", Released)));

    [Fact]
    public async Task One_of_each_is_mixed() =>
        Assert.Equal(LiveVerdict.Mixed, await CompareAsync(("1", "old"), ("1", "old"), ("2", Released), ("1", "old")));

    [Fact]
    public async Task A_version_with_other_code_than_released_is_neither() =>
        Assert.Equal(LiveVerdict.Mixed, await CompareAsync(("1", "old"), ("1", "old"), ("2", "other"), ("2", "other")));

    [Fact]
    public async Task Split_traffic_is_neither() =>
        Assert.Equal(LiveVerdict.Mixed, await CompareAsync(("1", "old"), ("1", "old"), ("2", Released), ("2", Released), split: true));

    private static async Task<LiveVerdict> CompareAsync(
        (string? Version, string Code) hello,
        (string? Version, string Code) again,
        (string? Version, string Code) helloAfter,
        (string? Version, string Code) againAfter,
        bool split = false
    )
    {
        var before = await ReadAsync(hello, again, split: false);
        var after = await ReadAsync(helloAfter, againAfter, split);
        return after.Compare(before, Drafts.Shop).Verdict;
    }

    private static Task<LiveState> ReadAsync((string? Version, string Code) hello, (string? Version, string Code) again, bool split)
    {
        var lambda = Substitute.For<IAmazonLambda>();
        Serve(lambda, "hello", hello, split);
        Serve(lambda, "again", again, split);
        return LiveState.ReadAsync(lambda, ["hello", "again"], "live", CancellationToken.None);
    }

    private static void Serve(IAmazonLambda lambda, string function, (string? Version, string Code) live, bool split)
    {
        var alias = lambda.GetAliasAsync(
            Arg.Is<GetAliasRequest>(r => r.FunctionName == function && r.Name == "live"),
            Arg.Any<CancellationToken>()
        );
        if (live.Version is null)
        {
            alias.ThrowsAsync(new ResourceNotFoundException("none"));
            return;
        }

        alias.Returns(
            new GetAliasResponse
            {
                FunctionVersion = live.Version,
                RoutingConfig = split ? new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["1"] = 0.5 } } : null,
            }
        );
        lambda
            .GetFunctionConfigurationAsync(
                Arg.Is<GetFunctionConfigurationRequest>(r => r.FunctionName == function && r.Qualifier == live.Version),
                Arg.Any<CancellationToken>()
            )
            .Returns(new GetFunctionConfigurationResponse { CodeSha256 = live.Code });
    }
}
