using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Diagnosis;
using NSubstitute;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

public sealed class ConcurrencyDiagnosisTests
{
    [Theory]
    [InlineData(12, true)]
    [InlineData(10, false)]
    public async Task An_account_must_let_as_many_functions_run_at_once_as_a_release_needs(int limit, bool isFine)
    {
        var lambda = Substitute.For<IAmazonLambda>();
        lambda
            .GetAccountSettingsAsync(Arg.Any<GetAccountSettingsRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetAccountSettingsResponse { AccountLimit = new AccountLimit { UnreservedConcurrentExecutions = limit } });

        var finding = await ConcurrencyDiagnosis.LookAsync(lambda, "eu-west-1", needed: 12, CancellationToken.None);

        Assert.Equal(isFine, finding.IsFine);
        Assert.Equal(!isFine, finding.Blocks);
        if (!isFine)
            Assert.Contains("Service Quotas", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_need_is_that_of_the_widest_map_and_the_functions_that_its_steps_invoke()
    {
        var machine = JsonNode.Parse(
            """
            { "States": {
              "One": { "Type": "Task" },
              "Four": { "Type": "Map", "MaxConcurrency": 2, "ItemProcessor": { "States": {
                "Two": { "Type": "Map", "MaxConcurrency": 2, "ItemProcessor": { "States": { "A": { "Type": "Task" } } } } } } },
              "Three": { "Type": "Parallel", "Branches": [
                { "States": { "B": { "Type": "Task" } } },
                { "States": { "C": { "Type": "Map", "MaxConcurrency": 2, "ItemProcessor": { "States": { "D": { "Type": "Task" } } } } } } ] }
            } }
            """
        )!;

        Assert.Equal((2 * 4) + 2, ConcurrencyDiagnosis.NeedOf([machine.AsObject()]));
    }
}
